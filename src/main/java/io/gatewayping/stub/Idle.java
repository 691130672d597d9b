package io.gatewayping.stub;

import java.net.Socket;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** The connections on which nobody has asked for anything yet, or not to the end, in the order in which they were last answered. */
final class Idle {

    private final Set<Socket> connections = new LinkedHashSet<>();

    synchronized void add(Socket connection) {
        connections.add(connection);
    }

    synchronized void remove(Socket connection) {
        connections.remove(connection);
    }

    /** The one that has kept a thread waiting for the longest time. It is none of these any more. */
    synchronized Optional<Socket> longest() {
        Optional<Socket> longest = connections.stream().findFirst();
        longest.ifPresent(connections::remove);
        return longest;
    }
}
