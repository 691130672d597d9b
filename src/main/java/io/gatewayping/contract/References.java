package io.gatewayping.contract;

import io.gatewayping.contract.Document.Located;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Follows every reference of a document: each leads somewhere, none back to where it came from, and none to more than is read;
 * and to each component leads one.
 */
final class References {

    /** What holds data, in which a reference is none. */
    private static final Set<String> DATA = Set.of("value", "example", "default", "enum", "const", "breaks");

    /** What holds members by names that anybody chose. */
    private static final Set<String> NAMED =
            Set.of("properties", "schemas", "examples", "headers", "responses", "parameters", "requestBodies", "paths");

    /** What the parts of a component come to when every reference in it is followed wherever it stands. */
    private static final long MOST_PARTS = 10_000;

    private static final long MOST_IN_ALL = 200_000;

    private final Document document;
    private final Map<String, Long> followed = new HashMap<>();
    private final List<String> trail = new ArrayList<>();

    private References(Document document) {
        this.document = document;
    }

    /** Throws {@link InvalidContract} for the first reference that cannot be followed, and for what none leads to. */
    static void check(Document document) {
        References references = new References(document);
        if (references.follow(document.root(), false) > MOST_IN_ALL) {
            throw document.invalid("/", "more than " + MOST_IN_ALL + " parts, references in it followed");
        }
        references.checkThatEveryComponentIsMeant();
    }

    /** How many parts there are from here on. */
    private long follow(Located place, boolean named) {
        long parts = 1;
        if (!named && place.child("$ref").node().isString()) {
            parts += followReference(place);
        }
        for (Map.Entry<String, Located> member : place.members()) {
            if (named || !DATA.contains(member.getKey())) {
                parts += follow(member.getValue(), !named && NAMED.contains(member.getKey()));
            }
        }
        for (Located item : place.items()) {
            parts += follow(item, false);
        }
        return parts;
    }

    private long followReference(Located place) {
        Located target = document.target(place);
        String reference = place.child("$ref").pointer();
        if (target.isMissing()) {
            throw document.invalid(
                    reference, "leads nowhere: " + place.child("$ref").text());
        }
        if (trail.contains(target.pointer())) {
            throw document.invalid(reference, "a cycle of references by " + String.join(", ", trail));
        }
        Long known = followed.get(target.pointer());
        if (known == null) {
            trail.add(target.pointer());
            known = follow(target, false);
            trail.remove(trail.size() - 1);
            followed.put(target.pointer(), known);
        }
        if (known > MOST_PARTS) {
            throw document.invalid(reference, "leads to more than " + MOST_PARTS + " parts, references in it followed");
        }
        return known;
    }

    /** What is written down and judges nothing would be taken for what holds. */
    private void checkThatEveryComponentIsMeant() {
        for (Map.Entry<String, Located> kind :
                document.root().child("components").members()) {
            // A scheme is meant by its name alone, which SecurityReader looks for.
            if (!kind.getKey().equals("securitySchemes")) {
                kind.getValue().members().stream()
                        .map(Map.Entry::getValue)
                        .filter(component -> !followed.containsKey(component.pointer()))
                        .findFirst()
                        .ifPresent(component -> {
                            throw document.invalid(
                                    component.pointer(), "no reference leads here, so that nothing is judged by it");
                        });
            }
        }
    }
}
