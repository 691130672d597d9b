package io.gatewayping.contract;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;

/** Where a contract was read from, so that a report can say by what was judged. */
public final class Source {

    private final String file;
    private final String version;
    private final String text;
    private volatile @Nullable String sha256;
    private volatile @Nullable Lines lines;

    /**
     * Of one document.
     *
     * @param file its path, as it was given
     * @param version its own, as {@code info} has it
     * @param text all of it
     */
    Source(String file, String version, String text) {
        this.file = file;
        this.version = version;
        this.text = text;
    }

    /** Its path, as it was given. */
    public String file() {
        return file;
    }

    /** Its own, as {@code info} has it. */
    public String version() {
        return version;
    }

    /** The whole document. */
    public String text() {
        return text;
    }

    /** The last part of its path. */
    public String name() {
        return file.replaceFirst(".*[/\\\\]", "");
    }

    /** The SHA-256 of its text in UTF-8, in hexadecimal digits. */
    public String sha256() {
        String known = sha256;
        if (known == null) {
            known = digest();
            sha256 = known;
        }
        return known;
    }

    private String digest() {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The lines of its places. */
    public Lines lines() {
        Lines known = lines;
        if (known == null) {
            known = new Lines(text);
            lines = known;
        }
        return known;
    }

    /** Knows in which line each place stands. */
    public static final class Lines {

        private final Map<String, Integer> known = new HashMap<>();

        private Lines(String text) {
            try (JsonParser parser = PlainJson.reader(text).createParser(text)) {
                while (parser.nextToken() != null) {
                    // Of a member, its name is the first token.
                    known.putIfAbsent(
                            parser.streamReadContext().pathAsPointer().toString(),
                            parser.currentTokenLocation().getLineNr());
                }
            }
        }

        /**
         * The line of a place, counted from 1, or that of the last part of the way to it that is there.
         *
         * @param pointer a JSON Pointer
         */
        public int of(String pointer) {
            String place = pointer;
            while (!place.isEmpty() && !known.containsKey(place)) {
                place = place.substring(0, place.lastIndexOf('/'));
            }
            return place.isEmpty() ? 1 : Objects.requireNonNull(known.get(place));
        }
    }
}
