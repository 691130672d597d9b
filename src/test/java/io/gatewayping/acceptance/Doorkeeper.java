package io.gatewayping.acceptance;

import com.sun.net.httpserver.HttpExchange;
import java.net.InetSocketAddress;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Lets in the bearer of the token, or by a mistake others too. */
final class Doorkeeper {

    /** A test as a door may know it. */
    interface Reading {
        String state();

        /** How often it was read. */
        int polls();
    }

    private final Tampering tampering;
    private final String token;
    private final Set<String> refused = ConcurrentHashMap.newKeySet();
    private final Set<InetSocketAddress> connections = ConcurrentHashMap.newKeySet();
    private final Set<String> opened = ConcurrentHashMap.newKeySet();
    private final Set<TestKey> angry = ConcurrentHashMap.newKeySet();

    Doorkeeper(Tampering tampering, String token) {
        this.tampering = tampering;
        this.token = token;
    }

    boolean admits(HttpExchange exchange, TestKey key, Optional<? extends Reading> script) {
        if (TokenCheck.isBearer(exchange.getRequestHeaders(), token)) {
            connections.add(exchange.getRemoteAddress());
            opened.add(key.serialNumber());
            return !(tampering.slip() == Slip.REFUSES_AFTER_A_WRONG_TOKEN && angry.remove(key));
        }
        angry.add(key);
        boolean byMistake = isWhereMistakesAreMade(script)
                && tampering
                        .admits()
                        .letsInBesides(
                                exchange.getRequestHeaders(),
                                exchange.getRequestURI().getQuery(),
                                token);
        String who =
                key + Objects.requireNonNullElse(exchange.getRequestHeaders().getFirst("Authorization"), "");
        boolean again = !refused.add(who);
        return byMistake
                || (tampering.slip() == Slip.LETS_IN_THE_SECOND_TIME && again)
                || (tampering.slip() == Slip.CACHES_FOR_ANYBODY
                        && isWhereMistakesAreMade(script)
                        && script.filter(it -> it.polls() > 0).isPresent())
                || (tampering.slip() == Slip.CACHES_UNTIL_THE_END
                        && isWhereMistakesAreMade(script)
                        && script.filter(it -> it.polls() > 0 && it.polls() < 3).isPresent())
                || (tampering.slip() == Slip.LETS_IN_THE_CONNECTION
                        && connections.contains(exchange.getRemoteAddress()))
                || (tampering.slip() == Slip.OPENS_THE_WHOLE_GATEWAY
                        && opened.contains(key.serialNumber())
                        && script.filter(it -> it.polls() == 0).isPresent())
                || (tampering.slip() == Slip.ANSWERS_PUT_WITHOUT_A_TOKEN
                        && exchange.getRequestMethod().equals("PUT"))
                || (tampering.slip() == Slip.ANSWERS_HEAD_WITHOUT_A_TOKEN
                        && isWhereMistakesAreMade(script)
                        && exchange.getRequestMethod().equals("HEAD"));
    }

    private boolean isWhereMistakesAreMade(Optional<? extends Reading> script) {
        return tampering.admitsIn().isEmpty()
                || script.filter(it -> tampering.isIn(it.state())).isPresent();
    }
}
