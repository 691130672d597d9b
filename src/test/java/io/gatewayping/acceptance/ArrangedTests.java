package io.gatewayping.acceptance;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** The ping tests that were arranged, each with its own answers. */
final class ArrangedTests {

    private final Map<TestKey, Script> scripts = new ConcurrentHashMap<>();
    private final Map<String, Script> lastOfGateway = new ConcurrentHashMap<>();
    private final Tampering tampering;

    ArrangedTests(Tampering tampering) {
        this.tampering = tampering;
    }

    /** Answers poll by poll, the last one for ever. */
    static final class Script implements Doorkeeper.Reading {
        private final String state;
        private final List<Answer> answers;
        private final AtomicInteger polls = new AtomicInteger();

        Script(String state, List<Answer> answers) {
            this.state = state;
            this.answers = answers;
        }

        @Override
        public String state() {
            return state;
        }

        @Override
        public int polls() {
            return polls.get();
        }

        /** The first answer, without going on. */
        Answer stale() {
            return answers.get(0);
        }

        Answer next() {
            return answers.get(Math.min(polls.getAndIncrement(), answers.size() - 1));
        }
    }

    void put(TestKey key, String state, List<Answer> answers) {
        Script script = new Script(state, answers);
        scripts.put(key, script);
        lastOfGateway.put(key.serialNumber(), script);
    }

    void remove(TestKey key) {
        scripts.remove(key);
    }

    /** The last one that was arranged under the gateway of this key, where it is there itself. */
    Optional<Script> lastBeside(TestKey asked) {
        return Optional.ofNullable(scripts.get(asked))
                .flatMap(itself -> Optional.ofNullable(lastOfGateway.get(asked.serialNumber())));
    }

    /** One that was read before, under whatever gateway. */
    Optional<Script> findRead(TestKey asked) {
        return scripts.entrySet().stream()
                .filter(entry -> entry.getKey().taskId().equals(asked.taskId()))
                .map(Map.Entry::getValue)
                .filter(script -> script.polls() > 0 && script.state().equals("a ping test has completed"))
                .findFirst();
    }

    /** The gateway under which there is a test of this id, other than the one that was asked for. */
    String owner(TestKey asked) {
        return scripts.keySet().stream()
                .filter(key -> key.taskId().equals(asked.taskId()) && !key.equals(asked))
                .map(TestKey::serialNumber)
                .findFirst()
                .orElse("nobody");
    }

    /** The very test where there is one, else one that is taken for it. */
    Optional<Script> find(TestKey asked) {
        return Optional.ofNullable(scripts.get(asked)).or(() -> scripts.entrySet().stream()
                .filter(entry -> tampering.isIn(entry.getValue().state()))
                .filter(entry -> tampering.finds().finds(entry.getKey(), asked))
                .map(Map.Entry::getValue)
                .findFirst());
    }
}
