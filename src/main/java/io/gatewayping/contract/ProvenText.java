package io.gatewayping.contract;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The contract as the build has proven it: the same text need not be proven again at each start.
 * A text of one character more is.
 */
final class ProvenText {

    private static final String FILE = "openapi/proven.yaml";

    private static final @Nullable String TEXT = read();

    private ProvenText() {}

    static boolean is(String text) {
        return text.equals(TEXT);
    }

    /** There is none where nothing was built, as in an editor. */
    private static @Nullable String read() {
        try (InputStream stream = ProvenText.class.getClassLoader().getResourceAsStream(FILE)) {
            return stream == null ? null : new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
