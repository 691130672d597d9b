package io.gatewayping.broker;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** Follows the broker's links, for what no client is there to ask. */
final class Browser {

    private final HttpClient client = HttpClient.newHttpClient();
    private final URI base;
    private final Access access;

    Browser(URI base) {
        this(base, Access.open());
    }

    Browser(URI base, Access access) {
        this.base = base;
        this.access = access;
    }

    JsonNode get(String path) throws IOException, InterruptedException {
        return Recording.parsed(send("GET", path, "").body());
    }

    JsonNode post(String path, String body) throws IOException, InterruptedException {
        return Recording.parsed(send("POST", path, body).body());
    }

    HttpResponse<String> send(String method, String path, String body) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path))
                .method(method, BodyPublishers.ofString(body))
                .header("content-type", "application/json");
        if (!access.authorization().isEmpty()) {
            request.header("authorization", access.authorization());
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }
}
