package io.gatewayping.acceptance;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** The ping tests that were arranged, each with its own answers. */
final class ArrangedTests {

    private final Map<TestKey, Script> scripts = new ConcurrentHashMap<>();
    private final TaskLookup lookup;

    ArrangedTests(TaskLookup lookup) {
        this.lookup = lookup;
    }

    /** Answers poll by poll, the last one for ever. */
    static final class Script {
        private final List<Answer> answers;
        private final AtomicInteger polls = new AtomicInteger();

        Script(List<Answer> answers) {
            this.answers = answers;
        }

        Answer next() {
            return answers.get(Math.min(polls.getAndIncrement(), answers.size() - 1));
        }
    }

    void put(TestKey key, List<Answer> answers) {
        scripts.put(key, new Script(answers));
    }

    void remove(TestKey key) {
        scripts.remove(key);
    }

    Optional<Script> find(TestKey asked) {
        return scripts.entrySet().stream()
                .filter(entry -> lookup.finds(entry.getKey(), asked))
                .map(Map.Entry::getValue)
                .findFirst();
    }
}
