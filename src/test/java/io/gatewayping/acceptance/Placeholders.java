package io.gatewayping.acceptance;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** What stands in an answer for something that is known only when the request is there. */
final class Placeholders {

    private static final AtomicInteger COUNT = new AtomicInteger(1000);

    /** Made when it is asked for: some are long. */
    private final Map<String, Supplier<String>> values = new LinkedHashMap<>();

    /**
     * The values for one request.
     *
     * @param authorization what it carried, empty when there was none
     * @param otherSerialNumber of the gateway that the test is known to belong to, or else what names none
     */
    Placeholders(TestKey key, String authorization, String otherSerialNumber) {
        String token = authorization.substring(authorization.indexOf(' ') + 1);
        values.put("{taskId}", () -> key.taskId());
        values.put("{serialNumber}", () -> key.serialNumber());
        String unique = UUID.randomUUID().toString();
        values.put("{unique}", () -> unique);
        String now = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
        values.put("{now}", () -> now);
        String count = String.valueOf(COUNT.incrementAndGet());
        values.put("{count}", () -> count);
        values.put("{shard}", () -> String.valueOf(Math.floorMod(key.taskId().hashCode(), 16)));
        values.put("{otherSerialNumber}", () -> otherSerialNumber);
        values.put("{otherSerialNumberWithAnEscape}", () -> otherSerialNumber.replaceFirst("^C", "\\\\u0043"));
        values.put("{authorization}", () -> authorization);
        values.put("{authorizationInBase64}", () -> base64(authorization));
        values.put("{token}", () -> token);
        values.put("{tokenInBase64}", () -> base64(token));
        values.put("{tokenInUrl}", () -> URLEncoder.encode(token, StandardCharsets.UTF_8));
        values.put("{startOfToken}", () -> token.substring(0, token.length() / 2));
        values.put("{12000 nines}", () -> "9".repeat(12_000));
        values.put("{900 noughts}", () -> "0".repeat(900));
        values.put("{20 kB}", () -> "Lorem ipsum 12. ".repeat(1_250));
        values.put("{200 kB}", () -> "Lorem ipsum 12. ".repeat(12_500));
    }

    String fill(String text) {
        String filled = text;
        for (Map.Entry<String, Supplier<String>> value : values.entrySet()) {
            if (filled.contains(value.getKey())) {
                filled = filled.replace(value.getKey(), value.getValue().get());
            }
        }
        return filled;
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
