package io.gatewayping.counterexample;

import io.gatewayping.contract.Contract;
import io.gatewayping.exchange.Key;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;

/**
 * A provider that looks at a part of what it is asked for.
 *
 * @param what that is, in words
 * @param parameter the one whose value it compares in part; the others it compares as it should
 * @param matches whether it takes what was asked for as what is there
 */
record PartialLookup(String what, String parameter, BiPredicate<String, String> matches) {

    private static final Map<String, BiPredicate<String, String>> WAYS = new LinkedHashMap<>();

    static {
        WAYS.put("its first half", (there, asked) -> asked.startsWith(there.substring(0, there.length() / 2)));
        WAYS.put("its second half", (there, asked) -> asked.endsWith(there.substring(there.length() / 2)));
        WAYS.put("all but its last character", (there, asked) -> cut(asked).equals(cut(there)));
        WAYS.put("all but a character in its middle", (there, asked) -> withoutMiddle(asked)
                .equals(withoutMiddle(there)));
        WAYS.put("what begins like it", (there, asked) -> there.startsWith(asked) || asked.startsWith(there));
        WAYS.put("its length", (there, asked) -> asked.length() == there.length());
    }

    /** Every one that is known: by the id and the owner in each way, and by all else that the path names not at all. */
    static List<PartialLookup> all(Contract contract) {
        List<PartialLookup> all = new ArrayList<>();
        List<String> parameters = new ArrayList<>(List.of(contract.keys().id()));
        contract.keys().owner().ifPresent(parameters::add);
        parameters.forEach(parameter -> WAYS.forEach((way, matches) ->
                all.add(new PartialLookup("of the " + parameter + " it compares " + way, parameter, matches))));
        contract.keys()
                .others()
                .forEach(parameter -> all.add(new PartialLookup(
                        "of the " + parameter + " it compares nothing", parameter, (there, asked) -> true)));
        return all;
    }

    boolean finds(Key there, Key asked) {
        return asked.parameters().entrySet().stream()
                .allMatch(it -> it.getKey().equals(parameter)
                        ? matches.test(there.value(parameter), it.getValue())
                        : it.getValue().equals(there.value(it.getKey())));
    }

    private static String withoutMiddle(String text) {
        int middle = text.length() / 2;
        return text.substring(0, middle) + "?" + text.substring(Math.min(text.length(), middle + 1));
    }

    private static String cut(String text) {
        return text.substring(0, text.length() - 1);
    }
}
