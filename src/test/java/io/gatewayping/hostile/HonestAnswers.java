package io.gatewayping.hostile;

import io.gatewayping.contract.Contract;
import io.gatewayping.stub.Stub;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;

/** What a conforming provider answers: the stub's answers, as bytes. */
final class HonestAnswers {

    private static final List<String> FORWARDED = List.of("accept", "authorization", "x-auth-token", "content-type");
    private static final List<String> OF_THE_CONNECTION = List.of("connection", "transfer-encoding", "content-length");
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final Stub STUB = stub();

    private HonestAnswers() {}

    /** Starts what answers, which must not be left to a thread that somebody may interrupt. */
    static void begin() {
        STUB.baseUrl();
    }

    /** Answers a call as a conforming provider does. */
    static void of(Call call) throws IOException {
        call.send(bytes(call));
    }

    /** The answer of a conforming provider. */
    static byte[] bytes(Call call) throws IOException {
        HttpResponse<byte[]> answer = asked(call);
        StringBuilder head = new StringBuilder("HTTP/1.1 " + answer.statusCode() + " As it is\r\n");
        for (Map.Entry<String, List<String>> header : answer.headers().map().entrySet()) {
            if (!OF_THE_CONNECTION.contains(header.getKey())) {
                header.getValue()
                        .forEach(value -> head.append(header.getKey() + ": ").append(value + "\r\n"));
            }
        }
        String length = call.method().equals("HEAD") ? "" : "Content-Length: " + answer.body().length + "\r\n";
        return Answers.joined(head + length + "\r\n", answer.body());
    }

    private static HttpResponse<byte[]> asked(Call call) throws IOException {
        URI url = STUB.baseUrl().resolve(call.path());
        HttpRequest.Builder request =
                HttpRequest.newBuilder(url).method(call.method(), HttpRequest.BodyPublishers.ofByteArray(call.body()));
        FORWARDED.stream()
                .filter(call.headers()::containsKey)
                .forEach(name -> request.header(name, call.headers().get(name)));
        try {
            return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private static Stub stub() {
        try {
            return Stub.start(Contract.builtIn(), "127.0.0.1", 0, Canary.TOKEN);
        } catch (Stub.NotStarted e) {
            throw new IllegalStateException(e);
        }
    }
}
