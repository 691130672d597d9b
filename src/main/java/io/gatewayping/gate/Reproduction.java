package io.gatewayping.gate;

import io.gatewayping.exchange.Exchange;
import io.gatewayping.judge.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * How what a scenario found is shown again: its states are arranged, and all that was sent is sent again, in order, up to
 * the exchange that showed it.
 *
 * @param arrangement shell commands that bring the states about
 * @param exchanges every exchange of the scenario, in order
 */
public record Reproduction(List<String> arrangement, List<Exchange> exchanges) {

    /** Shell commands, in lines, with the token as {@code $TOKEN}; empty where nothing was exchanged. */
    public String of(Finding finding) {
        List<String> commands = new ArrayList<>();
        for (Exchange exchange : exchanges) {
            commands.add(exchange.request().curl());
            if (exchange.equals(finding.exchange())) {
                return arrangement.stream()
                                .map(command -> command + " && echo &&\n")
                                .collect(Collectors.joining())
                        + commands.stream().collect(Collectors.joining(" && echo &&\n"));
            }
        }
        return "";
    }
}
