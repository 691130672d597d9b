package io.gatewayping.acceptance;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Every answer that a provider knows and the answers of each provider state, tampered with. */
final class AnswerBook {

    /**
     * The file of a provider that keeps the contract.
     *
     * @param answers by name
     * @param states the names of a state's answers, poll by poll, by its name
     */
    record Entries(Map<String, AnswerSpec> answers, Map<String, List<String>> states) {}

    private static final Entries UNTAMPERED = Yaml.read("provider.yaml", Entries.class);

    private final Tampering tampering;
    private final Map<String, List<String>> states;

    AnswerBook(Tampering tampering) {
        this.tampering = tampering;
        states = new LinkedHashMap<>(UNTAMPERED.states());
        states.putAll(tampering.states());
        if (!UNTAMPERED.states().keySet().equals(states.keySet())) {
            throw new IllegalArgumentException("an unknown state is tampered with: " + tampering.states());
        }
    }

    Answer answer(String name) {
        Answer answer = resolved(name);
        return tampering.every() == null
                ? answer
                : answer.changed(tampering.every().in(name));
    }

    Set<String> states() {
        return states.keySet();
    }

    /** The answers of a state, poll by poll. */
    Optional<List<Answer>> answersIn(String state) {
        return Optional.ofNullable(states.get(state))
                .map(names -> names.stream().map(this::answer).toList());
    }

    private Answer resolved(String name) {
        AnswerSpec change = tampering.answers().get(name);
        if (change != null && change.like() != null) {
            return untampered(change.like()).changed(change);
        }
        AnswerSpec original = original(name);
        Answer answer = (original.like() == null ? Answer.BLANK : resolved(original.like())).changed(original);
        return change == null ? answer : answer.changed(change);
    }

    /** Some answers and those that are like them. */
    static Set<String> withThoseLike(Set<String> names) {
        Set<String> all = new LinkedHashSet<>(names);
        boolean more = true;
        while (more) {
            more = false;
            for (Map.Entry<String, AnswerSpec> answer : UNTAMPERED.answers().entrySet()) {
                more |= all.contains(answer.getValue().like()) && all.add(answer.getKey());
            }
        }
        return all;
    }

    private static Answer untampered(String name) {
        AnswerSpec original = original(name);
        return (original.like() == null ? Answer.BLANK : untampered(original.like())).changed(original);
    }

    private static AnswerSpec original(String name) {
        return Optional.ofNullable(UNTAMPERED.answers().get(name))
                .orElseThrow(() -> new IllegalArgumentException("no answer is called " + name));
    }
}
