package io.gatewayping.gate;

import io.gatewayping.contract.Clause;
import io.gatewayping.judge.Finding;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A finding that its user has accepted until a date.
 *
 * @param clause the id of the clause; {@code *} stands for any part of it without a slash
 * @param scenario the name of the only scenario in which it is accepted, or null
 * @param place the only place at which it is accepted, or null
 * @param reason why it is accepted
 * @param link where it is dealt with
 * @param until the last day on which it is accepted
 */
public record Known(
        String clause,
        @Nullable String scenario,
        @Nullable String place,
        String reason,
        @Nullable String link,
        LocalDate until) {

    /** Nothing of it may be left out but scenario, place and link. */
    public Known {
        Objects.requireNonNull(clause, "clause");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(until, "until");
    }

    boolean isThat(Finding finding, ScenarioResult showing) {
        return Clause.isLike(finding.clause(), clause)
                && (place == null || place.equals(finding.place()))
                && (scenario == null || scenario.equals(showing.name()));
    }

    boolean isOver(LocalDate today) {
        return today.isAfter(until);
    }

    String words() {
        return clause + (place == null ? "" : " at " + place) + (scenario == null ? "" : " in '" + scenario + "'");
    }
}
