package io.gatewayping.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is written into a page as it stands: its style sheet and its script, which no other script can join. */
final class Style {

    private Style() {}

    static String sheet() {
        return text("report.css");
    }

    static String script() {
        return text("report.js");
    }

    /** What a browser may load and run: this script, and nothing from anywhere. */
    static String policy() {
        return "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; script-src "
                + hashes(script());
    }

    /** These scripts, as a policy names them. */
    static String hashes(String... scripts) {
        return Stream.of(scripts)
                .map(script -> "'sha256-" + sha256(script) + "'")
                .collect(Collectors.joining(" "));
    }

    private static String sha256(String text) {
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** One of the files that belong to the pages. */
    static String text(String name) {
        return resource("/report/" + name);
    }

    static String resource(String path) {
        try (InputStream stream = Objects.requireNonNull(Style.class.getResourceAsStream(path), path)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
