package io.gatewayping.contract;

import io.gatewayping.contract.Document.Located;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Follows every reference of a document: each leads somewhere, and none back to where it came from. */
final class References {

    /** What holds data, in which a reference is none. */
    private static final Set<String> DATA = Set.of("value", "example", "default", "enum", "const", "breaks");

    /** What holds members by names that anybody chose. */
    private static final Set<String> NAMED =
            Set.of("properties", "schemas", "examples", "headers", "responses", "parameters", "requestBodies", "paths");

    private final Document document;
    private final Set<String> followed = new HashSet<>();
    private final List<String> trail = new ArrayList<>();

    private References(Document document) {
        this.document = document;
    }

    /** Throws {@link InvalidContract} for the first reference that cannot be followed. */
    static void check(Document document) {
        new References(document).follow(document.root(), false);
    }

    private void follow(Located place, boolean named) {
        if (!named && place.child("$ref").node().isString()) {
            followReference(place);
        }
        place.members().forEach(member -> {
            if (named || !DATA.contains(member.getKey())) {
                follow(member.getValue(), !named && NAMED.contains(member.getKey()));
            }
        });
        if (place.node().isArray()) {
            place.items().forEach(item -> follow(item, false));
        }
    }

    private void followReference(Located place) {
        Located target = document.target(place);
        String reference = place.child("$ref").pointer();
        if (target.isMissing()) {
            throw document.invalid(
                    reference, "leads nowhere: " + place.child("$ref").text());
        }
        if (trail.contains(target.pointer())) {
            throw document.invalid(reference, "a cycle of references by " + String.join(", ", trail));
        }
        if (followed.add(target.pointer())) {
            trail.add(target.pointer());
            follow(target, false);
            trail.remove(trail.size() - 1);
        }
    }
}
