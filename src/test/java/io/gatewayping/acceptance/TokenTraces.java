package io.gatewayping.acceptance;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Finds tokens in text: in any of their encodings, whole or a piece of them. */
public final class TokenTraces {

    private static final int PIECE = 10;
    private static final int SEED = 4;
    private static final int SEEDS = 1 << 18;

    private final Set<String> pieces = new HashSet<>();
    private final boolean[] seeds = new boolean[SEEDS];

    public TokenTraces(String... tokens) {
        Stream.of(tokens).flatMap(token -> forms(token).stream()).forEach(form -> {
            IntStream.rangeClosed(0, form.length() - PIECE)
                    .mapToObj(start -> form.substring(start, start + PIECE))
                    .forEach(pieces::add);
            byte[] bytes = form.getBytes(StandardCharsets.ISO_8859_1);
            IntStream.rangeClosed(0, bytes.length - SEED).forEach(start -> seeds[seed(bytes, start)] = true);
        });
    }

    /** Every piece of a token that the text holds. */
    public Set<String> in(String text) {
        return in(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Every piece of a token that a file holds. */
    Set<String> in(byte[] bytes) {
        Set<String> found = new LinkedHashSet<>();
        // Wherever a piece begins, one of the seeds in it does at one of these places: the rest of a text need not be
        // looked at.
        int step = PIECE - SEED + 1;
        for (int at = 0; at + SEED <= bytes.length; at += step) {
            if (seeds[seed(bytes, at)]) {
                for (int start = Math.max(0, at - step + 1); start <= at && start + PIECE <= bytes.length; start++) {
                    String piece = new String(bytes, start, PIECE, StandardCharsets.ISO_8859_1);
                    if (pieces.contains(piece)) {
                        found.add(piece);
                    }
                }
            }
        }
        return found;
    }

    /** A number made of a few characters, which few others have in common with them. */
    private static int seed(byte[] bytes, int at) {
        int four = bytes[at] << 24 | (bytes[at + 1] & 0xff) << 16 | (bytes[at + 2] & 0xff) << 8 | bytes[at + 3] & 0xff;
        return four * 0x9E3779B1 >>> 14;
    }

    private static List<String> forms(String token) {
        List<String> forms = new ArrayList<>();
        forms.add(token);
        forms.add(URLEncoder.encode(token, StandardCharsets.UTF_8));
        for (Base64.Encoder encoder : List.of(Base64.getEncoder(), Base64.getUrlEncoder())) {
            forms.add(encoder.encodeToString(token.getBytes(StandardCharsets.UTF_8)));
            // Behind other text, a token is Base64 of another look: without the characters that it shares with that
            // text, or with what comes after it.
            for (String before : List.of("1", "12")) {
                String behind = encoder.encodeToString((before + token).getBytes(StandardCharsets.UTF_8));
                forms.add(behind.substring(before.length() + 1, behind.length() - 4));
            }
        }
        for (String format : List.of("%%%02x", "%%%02X", "&#x%X;", "&#%d;", "\\u%04x", "%02x", "%02X")) {
            forms.add(token.chars().mapToObj(c -> String.format(format, c)).collect(Collectors.joining()));
        }
        return forms;
    }
}
