package io.gatewayping.contract;

import io.gatewayping.contract.Document.Located;
import io.gatewayping.contract.Security.Demand;
import io.gatewayping.exchange.Scheme;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads who is let in: nobody but by one bearer token or one API key in a header, or everybody. */
final class SecurityReader {

    private final Document document;

    SecurityReader(Document document) {
        this.document = document;
    }

    /** What an operation demands, or the document for all of them. */
    Security security(Located operation) {
        Located requirements = requirements(operation);
        List<Located> alternatives = requirements.items();
        List<Located> demanding =
                alternatives.stream().filter(it -> !it.members().isEmpty()).toList();
        if (demanding.isEmpty()) {
            return new Security(Scheme.BEARER, Demand.NONE);
        }
        Located demanded = demanding.get(0);
        if (demanding.size() > 1) {
            throw document.invalid(
                    requirements.pointer(),
                    "one security scheme can be checked, not several that stand for each other");
        }
        if (demanded.members().size() > 1) {
            throw document.invalid(
                    demanded.pointer(),
                    "one security scheme can be checked, not "
                            + demanded.members().stream().map(Map.Entry::getKey).collect(Collectors.joining(" and "))
                            + " together; keep the one to check, and send the other with --header-env");
        }
        Scheme scheme = scheme(demanded.members().get(0).getKey(), demanded.pointer());
        return new Security(scheme, demanding.size() < alternatives.size() ? Demand.OPTIONAL : Demand.REQUIRED);
    }

    private Located requirements(Located operation) {
        Located own = operation.child("security");
        return own.isMissing() ? document.root().child("security") : own;
    }

    /**
     * A scheme that nobody is asked for would be taken for one that lets nobody in without it, but where the document says in as
     * many words that everybody is let in.
     */
    void checkThatEverySchemeIsDemanded(List<Operation> operations) {
        if (operations.stream()
                .map(operation -> requirements(operation.place()).node())
                .allMatch(requirements -> requirements.isArray() && requirements.isEmpty())) {
            return;
        }
        Set<String> demanded = operations.stream()
                .flatMap(operation -> requirements(operation.place()).items().stream())
                .flatMap(alternative -> alternative.members().stream())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        List<Map.Entry<String, Located>> schemes =
                document.root().child("components").child("securitySchemes").members();
        Set<String> referredTo = schemes.stream()
                .map(scheme -> document.target(scheme.getValue()).pointer())
                .collect(Collectors.toSet());
        schemes.stream()
                .filter(scheme -> !demanded.contains(scheme.getKey())
                        && !referredTo.contains(scheme.getValue().pointer()))
                .findFirst()
                .ifPresent(scheme -> {
                    throw document.invalid(scheme.getValue().pointer(), "no operation demands it by its security");
                });
    }

    private Scheme scheme(String name, String demandedAt) {
        Located place = document.resolve(
                document.root().child("components").child("securitySchemes").child(name));
        if (place.isMissing()) {
            throw document.invalid(demandedAt, "no security scheme is called " + name);
        }
        if (place.child("type").text().equals("http")) {
            return Scheme.BEARER;
        }
        ParameterReader.refuseOfTheMessage(document, place, place.child("name").text());
        return new Scheme(place.child("name").text(), "");
    }
}
