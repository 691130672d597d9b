package io.gatewayping.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatewayping.acceptance.TokenTraces;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The token of these tests, which must be seen by nobody but the provider. */
final class Canary {

    static final String TOKEN = Objects.requireNonNull(System.getenv("GATE_TOKEN"), "the build sets GATE_TOKEN");

    private static final TokenTraces TRACES = new TokenTraces(TOKEN);

    private Canary() {}

    static String base64() {
        return Base64.getEncoder().encodeToString(TOKEN.getBytes(StandardCharsets.UTF_8));
    }

    /** As {@code base64(user:token)}: its letters depend on how many stand before it. */
    static String base64After(String before) {
        return Base64.getEncoder().encodeToString((before + TOKEN).getBytes(StandardCharsets.UTF_8));
    }

    /** Each character by its code in this format. */
    static String spelled(String format) {
        return TOKEN.chars().mapToObj(c -> String.format(format, c)).collect(Collectors.joining());
    }

    static void assertUnseen(Path folder, List<String> printed) throws IOException {
        for (String text : printed) {
            assertThat(piecesIn(text)).as("pieces of the token in the output").isEmpty();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String text = Files.readString(file, StandardCharsets.ISO_8859_1);
                assertThat(piecesIn(text))
                        .as("pieces of the token in %s", file.getFileName())
                        .isEmpty();
            }
        }
    }

    private static Set<String> piecesIn(String text) {
        // Few texts hold any: a megabyte is looked through for the characters themselves quicker than for the pattern.
        boolean wide = text.indexOf('\0') >= 0 || text.contains("u0000");
        return TRACES.in(wide ? text.replaceAll("\0|\\\\+u0000", "") : text);
    }
}
