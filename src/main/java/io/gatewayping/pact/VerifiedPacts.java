package io.gatewayping.pact;

import io.gatewayping.gate.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What became of all pacts.
 *
 * @param pacts in the order in which they were verified
 * @param inconclusive why nothing is known of the provider, in words
 */
public record VerifiedPacts(List<VerifiedPact> pacts, List<String> inconclusive) {

    /** All that is broken is pending: no verdict on the provider, and no failure of its build. */
    private static final String PENDING = "PENDING";

    private Verdict verdict() {
        boolean fails = inconclusive.isEmpty() && pacts.stream().anyMatch(VerifiedPact::isFailing);
        if (!isWhole() && !fails) {
            return Verdict.INCONCLUSIVE;
        }
        return has(Verdict.DOES_NOT_CONFORM) ? Verdict.DOES_NOT_CONFORM : Verdict.CONFORMS;
    }

    /** Whether there were some, and each interaction of each of them was run: what may be published. */
    public boolean isWhole() {
        return inconclusive.isEmpty() && !pacts.isEmpty() && pacts.stream().allMatch(VerifiedPact::isWhole);
    }

    private boolean has(Verdict verdict) {
        return !with(verdict).isEmpty();
    }

    private boolean isPending() {
        return verdict() == Verdict.DOES_NOT_CONFORM && pacts.stream().noneMatch(VerifiedPact::isFailing);
    }

    /** The verdict in a word, or that all that is broken is pending. */
    public String word() {
        return isPending() ? PENDING : verdict().name();
    }

    /** What the process exits with: what is pending fails no build. */
    public int exitCode() {
        return isPending() ? Verdict.CONFORMS.exitCode() : verdict().exitCode();
    }

    /** How many are kept, how many broken and whose those are, and of how many nothing is known. */
    public String tally() {
        List<String> parts = new ArrayList<>(List.of(with(Verdict.CONFORMS).size() + " kept"));
        List<VerifiedPact> broken = with(Verdict.DOES_NOT_CONFORM);
        if (!broken.isEmpty()) {
            List<String> whose = new ArrayList<>();
            consumers(broken, VerifiedPact::isFailing).ifPresent(whose::add);
            consumers(broken, pact -> !pact.isFailing())
                    .map(names -> "pending: " + names)
                    .ifPresent(whose::add);
            parts.add(broken.size() + " broken (" + String.join("; ", whose) + ")");
        }
        int unknown = with(Verdict.INCONCLUSIVE).size();
        if (unknown > 0) {
            parts.add(unknown + " inconclusive");
        }
        return String.join(", ", parts);
    }

    private List<VerifiedPact> with(Verdict verdict) {
        return pacts.stream().filter(pact -> pact.verdict() == verdict).toList();
    }

    private static Optional<String> consumers(List<VerifiedPact> pacts, Predicate<VerifiedPact> which) {
        return Optional.of(pacts.stream()
                        .filter(which)
                        .map(VerifiedPact::consumer)
                        .distinct()
                        .collect(Collectors.joining(", ")))
                .filter(names -> !names.isEmpty());
    }
}
