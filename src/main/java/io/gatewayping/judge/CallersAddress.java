package io.gatewayping.judge;

import io.gatewayping.contract.JsonBody;
import io.gatewayping.exchange.Response;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** The provider's address as the caller knows it, {@code http://127.0.0.1:8080}, which tells the caller nothing. */
final class CallersAddress {

    /** One that tells nobody anything (RFC 2606), where an address may have to stand. */
    private static final String ANY = "https://api.example";

    private CallersAddress() {}

    /**
     * A body with another address in the URLs that begin with this one, as those of its own links and of {@code instance} (RFC
     * 9457) do.
     *
     * @param asked what was asked for
     */
    static JsonNode leftOut(Response response, JsonNode body, URI asked) {
        String authority = asked.getRawAuthority();
        String text = response.text();
        if (authority == null || !text.contains(authority)) {
            return body;
        }
        // Within JSON, where a slash may be escaped, and a quote ends the text.
        Pattern address = Pattern.compile("(?i)https?:\\\\?/\\\\?/" + Pattern.quote(authority) + "(?=[/?#\\\\\"])");
        JsonNode without = JsonBody.parse(address.matcher(text).replaceAll(ANY).getBytes(StandardCharsets.UTF_8))
                .value();
        return without == null ? body : without;
    }
}
