package io.gatewayping.exchange;

import java.io.ByteArrayOutputStream;
import java.net.ProtocolException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * One request as it is sent, its secrets included.
 *
 * @param method the HTTP method, in upper case
 * @param url the whole URL
 * @param headers by name; those that frame the message or name the host are the client's own, and left out
 * @param body empty when it has none
 */
// Calls are sent, never compared.
@SuppressWarnings("ArrayRecordComponent")
public record HttpCall(String method, URI url, Map<String, String> headers, byte[] body) {

    private static final Set<String> OF_THE_CLIENT =
            Set.of("host", "connection", "content-length", "transfer-encoding");
    private static final Set<String> WITH_BODY = Set.of("POST", "PUT", "PATCH");

    /** One without a body. */
    public static HttpCall get(URI url, Map<String, String> headers) {
        return new HttpCall("GET", url, headers, new byte[0]);
    }

    /** The bytes of the message. */
    byte[] message() throws ProtocolException {
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        for (String line : head()) {
            if (line.chars().anyMatch(c -> Character.isISOControl(c) && c != '\t')) {
                throw new ProtocolException("the request holds a control character: " + line);
            }
            message.writeBytes((line + "\r\n").getBytes(StandardCharsets.UTF_8));
        }
        message.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
        message.writeBytes(body);
        return message.toByteArray();
    }

    private List<String> head() {
        List<String> head = new ArrayList<>();
        head.add(method + " " + target() + " HTTP/1.1");
        head.add("Host: " + url.getHost() + (url.getPort() < 0 ? "" : ":" + url.getPort()));
        headers.forEach((name, value) -> {
            if (!OF_THE_CLIENT.contains(name.toLowerCase(Locale.ROOT))) {
                head.add(name + ": " + value);
            }
        });
        if (headers.keySet().stream().noneMatch("User-Agent"::equalsIgnoreCase)) {
            head.add("User-Agent: gateway-ping-gate");
        }
        if (body.length > 0 || WITH_BODY.contains(method)) {
            head.add("Content-Length: " + body.length);
        }
        return head;
    }

    private String target() {
        URI encoded = URI.create(url.toASCIIString());
        String path = encoded.getRawPath().isEmpty() ? "/" : encoded.getRawPath();
        return encoded.getRawQuery() == null ? path : path + "?" + encoded.getRawQuery();
    }
}
