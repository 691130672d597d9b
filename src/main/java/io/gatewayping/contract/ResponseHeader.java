package io.gatewayping.contract;

import io.gatewayping.contract.BodySchema.Refusal;
import io.gatewayping.exchange.Excerpt;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A header that a documented response has: of one value, whatever the case of its name.
 *
 * @param name as the contract spells it
 * @param once the clause that it stands once at most
 * @param demanded the clause that it is there, or null when it may be absent
 * @param schema judges its value
 * @param clauses of its schema
 * @param example a value that it may have
 */
public record ResponseHeader(
        String name,
        Clause once,
        @Nullable Clause demanded,
        TextSchema schema,
        Collection<Clause> clauses,
        String example) {

    private static final Pattern SENDABLE = Pattern.compile("[!-~](?:[ -~]*[!-~])?");

    /** Whether HTTP carries a text in a header as it is: visible characters, without blanks around. */
    public static boolean isSendable(String text) {
        return SENDABLE.matcher(text).matches();
    }

    /** What a response has of it: the example, or what became of that where a key stood in it. */
    String value(String answered) {
        return isSendable(answered) && schema.takes(answered) ? answered : example;
    }

    /** Its name in lower case, as responses hold it. */
    public String key() {
        return name.toLowerCase(Locale.ROOT);
    }

    /** Its clauses, those of its schema last. */
    Stream<Clause> allClauses() {
        return Stream.concat(Stream.concat(Stream.of(once), Stream.ofNullable(demanded)), clauses.stream());
    }

    /**
     * Judges the values that a response has of it.
     *
     * @param evaluated takes the ids of the clauses that there was something to judge by
     */
    public List<Refusal> judge(List<String> values, Set<String> evaluated) {
        List<Refusal> refusals = new ArrayList<>();
        if (demanded != null) {
            evaluated.add(demanded.id());
            if (values.isEmpty()) {
                refusals.add(refusal(demanded.id(), demanded.text(), "it is absent"));
            }
        }
        if (!values.isEmpty()) {
            evaluated.add(once.id());
        }
        if (values.size() > 1) {
            refusals.add(refusal(once.id(), once.text(), Excerpt.of(String.join(", ", values))));
        }
        Map<String, String> places = new HashMap<>();
        values.forEach(value -> schema.judge(value, places)
                .forEach(refused -> refusals.add(refusal(refused.clause(), refused.expected(), Excerpt.of(value)))));
        evaluated.addAll(places.keySet());
        return refusals;
    }

    private Refusal refusal(String clause, String expected, String actual) {
        return new Refusal(clause, "header " + name, expected, actual);
    }
}
