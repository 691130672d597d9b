package io.gatewayping.gate;

import io.gatewayping.exchange.Exchange;
import io.gatewayping.judge.Finding;
import io.gatewayping.state.Arrangement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How what a scenario found is shown again: its states are arranged, and all that was sent is sent again, in order, up to
 * the exchange that showed it.
 *
 * @param arrangement the states, in the order in which they are brought about
 * @param exchanges every exchange of the scenario, in order
 */
public record Reproduction(List<Arrangement> arrangement, List<Exchange> exchanges) {

    /** Shell commands, in lines, with the token as {@code $TOKEN}; empty where nothing was exchanged. */
    public String of(Finding finding) {
        Exchange shown = finding.exchange();
        List<String> commands = new ArrayList<>();
        for (Exchange exchange : exchanges) {
            if (shown == null || parameters(exchange).equals(parameters(shown))) {
                commands.add(exchange.request().curl());
            }
            if (exchange.equals(shown)) {
                return arrangement.stream()
                                .map(state -> state.command() + " && echo &&\n")
                                .collect(Collectors.joining())
                        + commands.stream().collect(Collectors.joining(" && echo &&\n"));
            }
        }
        return "";
    }

    /** What is sent to another path, as a start, brings nothing about again: it would start one task more. */
    private static Set<String> parameters(Exchange exchange) {
        return exchange.request().key().parameters().keySet();
    }
}
