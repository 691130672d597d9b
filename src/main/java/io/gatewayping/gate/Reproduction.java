package io.gatewayping.gate;

import io.gatewayping.exchange.Exchange;
import io.gatewayping.judge.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How what a scenario found is shown again: its states are arranged, and all that was sent is sent again, in order, up to
 * the exchange that showed it.
 *
 * @param arrangement the states, in the order in which they are brought about
 * @param exchanges every exchange of the scenario, in order
 */
public record Reproduction(List<State> arrangement, List<Exchange> exchanges) {

    /**
     * A provider state that was brought about.
     *
     * @param name as the contract spells it
     * @param params what names the task
     * @param command a shell command that brings it about
     */
    public record State(String name, Map<String, ?> params, String command) {}

    /** Shell commands, in lines, with the token as {@code $TOKEN}; empty where nothing was exchanged. */
    public String of(Finding finding) {
        List<String> commands = new ArrayList<>();
        for (Exchange exchange : exchanges) {
            commands.add(exchange.request().curl());
            if (exchange.equals(finding.exchange())) {
                return arrangement.stream()
                                .map(state -> state.command() + " && echo &&\n")
                                .collect(Collectors.joining())
                        + commands.stream().collect(Collectors.joining(" && echo &&\n"));
            }
        }
        return "";
    }
}
