package io.gatewayping.gate;

import io.gatewayping.judge.Finding;
import java.util.List;

/**
 * One clause broken in one way, and all that showed it.
 *
 * @param finding as it was made first
 * @param showings in the order of the scenarios, never empty
 */
public record ShownFinding(Finding finding, List<Showing> showings) {

    /**
     * What showed a finding.
     *
     * @param scenario in which it was made
     * @param finding as it was made there
     */
    public record Showing(ScenarioResult scenario, Finding finding) {

        /** Shell commands that show it again, in lines, with the token as {@code $TOKEN}. */
        public String reproduction() {
            return scenario.reproduction().of(finding);
        }
    }
}
