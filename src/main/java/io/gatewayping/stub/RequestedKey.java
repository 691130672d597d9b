package io.gatewayping.stub;

import com.github.tomakehurst.wiremock.common.url.PathParams;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import io.gatewayping.exchange.Key;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/** The key that a request names in its path. */
final class RequestedKey {

    private RequestedKey() {}

    static Key of(ServeEvent event) {
        PathParams parameters = event.getRequest().getPathParameters();
        return new Key(decoded(parameters, "serial-number"), decoded(parameters, "task-id"));
    }

    private static String decoded(PathParams parameters, String name) {
        // A plus sign is a plus sign in a path; the decoder takes it for a form's blank.
        String segment = parameters.getOrDefault(name, "").replace("+", "%2B");
        return URLDecoder.decode(segment, StandardCharsets.UTF_8);
    }
}
