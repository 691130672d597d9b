package io.gatewayping.broker;

import io.gatewayping.contract.Contract;
import io.gatewayping.stub.Stub;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** A provider: the stub, behind a door that remembers what comes in and can answer in its place. */
final class Door implements AutoCloseable {

    /** What stands in the place of the stub's answer. */
    interface Instead {
        void answer(Connection connection) throws IOException;
    }

    private record Strike(String method, String piece, Instead instead) {
        boolean hits(Received request) {
            return request.method().equals(method) && request.path().contains(piece);
        }
    }

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final Stub stub;
    private final Listener listener;
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final List<Strike> strikes = new CopyOnWriteArrayList<>();

    private Door(Stub stub, ServerSocket listening) {
        this.stub = stub;
        listener = new Listener(listening, this::answer);
    }

    static Door of(String token) {
        try {
            return new Door(
                    Stub.start(Contract.builtIn(), "127.0.0.1", 0, token),
                    new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (Stub.NotStarted e) {
            throw new IllegalStateException(e);
        }
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + listener.port());
    }

    List<Received> received() {
        return List.copyOf(received);
    }

    /** From here on, whatever is read at a path that holds this piece is answered otherwise; of several, the first. */
    void answersReads(String piece, Instead answer) {
        strikes.add(new Strike("GET", piece, answer));
    }

    /** From here on, every state change is answered otherwise. */
    void answersStateChanges(Instead answer) {
        strikes.add(new Strike("POST", "", answer));
    }

    @Override
    public void close() {
        listener.close();
        stub.close();
    }

    private void answer(Received request, Connection connection) throws IOException {
        received.add(request);
        Optional<Strike> strike =
                strikes.stream().filter(it -> it.hits(request)).findFirst();
        if (strike.isPresent()) {
            strike.get().instead().answer(connection);
        } else {
            connection.send(honest(request));
        }
    }

    private Reply honest(Received request) throws IOException {
        HttpRequest.Builder forwarded = HttpRequest.newBuilder(stub.baseUrl().resolve(request.target()))
                .method(request.method(), BodyPublishers.ofString(request.body()));
        for (String name : List.of("accept", "authorization", "content-type")) {
            if (request.headers().containsKey(name)) {
                forwarded.header(name, request.headers().get(name));
            }
        }
        try {
            HttpResponse<String> answer = CLIENT.send(forwarded.build(), BodyHandlers.ofString());
            String type = answer.headers().firstValue("content-type").orElse("application/json");
            return Reply.of(answer.statusCode(), type, answer.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
