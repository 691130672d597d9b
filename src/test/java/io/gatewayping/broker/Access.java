package io.gatewayping.broker;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Whom the broker lets in: a missing or wrong credential is answered as Rack's middleware answers it. */
public record Access(String authorization, String challenge) {

    private static final String REALM = " realm=\"Restricted area\"";

    public static Access open() {
        return new Access("", "");
    }

    public static Access basic(String user, String password) {
        String credential =
                Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
        return new Access("Basic " + credential, "Basic" + REALM);
    }

    public static Access bearer(String token) {
        return new Access("Bearer " + token, "Bearer" + REALM);
    }

    boolean admits(Received request) {
        return authorization.isEmpty() || authorization.equals(request.headers().get("authorization"));
    }

    /** Rack's basic authentication cannot read another scheme, and says no more than that. */
    Reply refusal(Received request) {
        String given = request.headers().getOrDefault("authorization", "");
        boolean unreadable = authorization.startsWith("Basic ") && !given.isEmpty() && !given.startsWith("Basic ");
        return unreadable ? Reply.of(400, "text/plain", "") : refusal();
    }

    Reply refusal() {
        return Reply.of(401, "text/plain", "").with("www-authenticate", challenge);
    }
}
