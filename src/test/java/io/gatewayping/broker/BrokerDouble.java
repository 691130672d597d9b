package io.gatewayping.broker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;

/**
 * A Pact Broker for tests: answers as the recording does, remembers what it is told, tells what it was asked, and fails
 * on demand.
 *
 * <p>Recorded are the index, publishing (anew, again, conflict), the pacts for verification without selectors, a pact, a
 * pacticipant, branch, tag, result, and the matrix that says yes or does not know for want of a version. What else it
 * answers follows the public sources of pact-foundation/pact_broker, and is said where it is made: the 400s and selectors
 * ({@link Publishing}, {@link Verifiable}), the matrix that says no ({@link MatrixResource}), versions, environments and
 * deployments ({@link Hal}), 401 and 404 ({@link Access}, {@link Routes}).
 */
public final class BrokerDouble implements AutoCloseable {

    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();

    private final Listener listener;
    private final String scheme;
    private final Access access;
    private final Memory memory = new Memory();
    private final Routes routes;
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final List<Trouble> troubles = new ArrayList<>();
    private final List<Throwable> defects = new CopyOnWriteArrayList<>();

    private BrokerDouble(ServerSocket listening, String scheme, Access access) {
        this.scheme = scheme;
        this.access = access;
        routes = new Routes(
                memory, new Hal(Recording.read(), memory, scheme + "://127.0.0.1:" + listening.getLocalPort()));
        listener = new Listener(listening, this::serve);
    }

    public static BrokerDouble start() {
        return start(Access.open());
    }

    public static BrokerDouble start(Access access) {
        return on(socket(0), "http", access);
    }

    /** Over TLS, with the certificate of this context. */
    public static BrokerDouble start(SSLContext tls, Access access) {
        try {
            return on(tls.getServerSocketFactory().createServerSocket(0, 50, LOOPBACK), "https", access);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static BrokerDouble on(ServerSocket listening, String scheme, Access access) {
        return new BrokerDouble(listening, scheme, access);
    }

    /** A broker to try things with; the argument is its port. */
    public static void main(String... arguments) throws InterruptedException {
        try (BrokerDouble broker =
                on(socket(arguments.length > 0 ? Integer.parseInt(arguments[0]) : 0), "http", Access.open())) {
            System.out.println(broker.url());
            Thread.currentThread().join();
        }
    }

    public URI url() {
        return URI.create(scheme + "://127.0.0.1:" + listener.port());
    }

    /** Says this, too, of what is published: as after a webhook, of which it tells in several lines. */
    BrokerDouble answersNotices(String text) {
        synchronized (routes) {
            memory.notice = text;
        }
        return this;
    }

    /** As a broker whose environments were all deleted. */
    BrokerDouble forgetsEnvironments() {
        synchronized (routes) {
            memory.environments.clear();
        }
        return this;
    }

    /** From now on; of several, the first that strikes counts. */
    public BrokerDouble suffers(Trouble trouble) {
        synchronized (troubles) {
            troubles.add(trouble);
        }
        return this;
    }

    public BrokerDouble recovers() {
        synchronized (troubles) {
            troubles.clear();
        }
        return this;
    }

    /** Every request, in the order of arrival, those that were refused or struck by a fault too. */
    public List<Received> received() {
        return List.copyOf(received);
    }

    public List<Received> received(String method, String path) {
        return received.stream()
                .filter(it -> it.method().equals(method) && it.path().equals(path))
                .toList();
    }

    /** A double that broke by itself proves nothing: then this throws what happened. */
    @Override
    public void close() {
        listener.close();
        defects.stream().findFirst().ifPresent(it -> {
            throw new AssertionError("the broker double has a defect", it);
        });
    }

    private static ServerSocket socket(int port) {
        try {
            return new ServerSocket(port, 50, LOOPBACK);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void serve(Received request, Connection connection) throws IOException {
        received.add(request);
        try {
            Optional<Trouble> trouble = struck(request);
            if (trouble.isPresent()) {
                Struck.by(trouble.get(), () -> honest(request), connection);
            } else {
                connection.send(honest(request));
            }
        } catch (RuntimeException | Error e) {
            defects.add(e);
            connection.send(Reply.error(500, e.toString()));
        }
    }

    private Reply honest(Received request) {
        synchronized (routes) {
            return access.admits(request) ? routes.answer(request) : access.refusal(request);
        }
    }

    private Optional<Trouble> struck(Received request) {
        synchronized (troubles) {
            Optional<Trouble> trouble =
                    troubles.stream().filter(it -> it.strikes(request)).findFirst();
            trouble.ifPresent(it -> {
                int place = troubles.indexOf(it);
                if (it.times() > 1) {
                    troubles.set(place, it.times(it.times() - 1));
                } else {
                    troubles.remove(place);
                }
            });
            return trouble;
        }
    }
}
