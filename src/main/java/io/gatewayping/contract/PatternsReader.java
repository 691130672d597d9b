package io.gatewayping.contract;

import io.gatewayping.contract.Document.Located;
import io.gatewayping.pattern.LinearPattern;
import io.gatewayping.pattern.Patterns;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the lists of patterns in {@code x-patterns}, and holds them to what they say of themselves: each finds its own
 * examples, and none of its list finds what has to pass.
 */
final class PatternsReader {

    private final Document document;

    PatternsReader(Document document) {
        this.document = document;
    }

    /** The lists, by name. */
    Map<String, Patterns> read() {
        Map<String, Patterns> lists = new LinkedHashMap<>();
        document.root().child("x-patterns").members().forEach(list -> lists.put(list.getKey(), list(list.getValue())));
        return lists;
    }

    private Patterns list(Located list) {
        List<LinearPattern> patterns = new ArrayList<>();
        list.items().forEach(entry -> patterns.add(pattern(entry)));
        Patterns all = new Patterns(List.copyOf(patterns));
        list.items().stream()
                .flatMap(entry -> entry.child("passes").items().stream())
                .filter(text -> all.tell(text.text()))
                .findFirst()
                .ifPresent(text -> {
                    throw document.invalid(text.pointer(), "a pattern of the list finds what has to pass");
                });
        return all;
    }

    private LinearPattern pattern(Located entry) {
        LinearPattern pattern = LinearPattern.ofRules(entry.child("pattern").text());
        entry.child("finds").items().stream()
                .filter(text -> !pattern.matches(text.text()))
                .findFirst()
                .ifPresent(text -> {
                    throw document.invalid(text.pointer(), "the pattern does not find its own example");
                });
        return pattern;
    }
}
