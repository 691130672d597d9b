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

/** Finds a token in text: in any of its encodings, whole or a piece of it. */
public final class TokenTraces {

    private static final int PIECE = 10;
    private static final int THREE_CHARACTERS = (1 << 21) - 1;

    private final Set<String> pieces = new HashSet<>();
    private final boolean[] starts = new boolean[THREE_CHARACTERS + 1];

    public TokenTraces(String token) {
        forms(token).forEach(form -> IntStream.rangeClosed(0, form.length() - PIECE)
                .mapToObj(start -> form.substring(start, start + PIECE))
                .forEach(piece -> {
                    pieces.add(piece);
                    starts[start(piece)] = true;
                }));
    }

    /** Every piece of the token that the text holds. */
    public Set<String> in(String text) {
        Set<String> found = new LinkedHashSet<>();
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        int start = 0;
        // A number made of three characters, so that most of a text need not be cut into pieces.
        for (int at = 0; at < bytes.length; at++) {
            start = (start << 7 | bytes[at] & 0x7f) & THREE_CHARACTERS;
            if (starts[start] && at - 2 + PIECE <= bytes.length && at >= 2) {
                String piece = new String(bytes, at - 2, PIECE, StandardCharsets.ISO_8859_1);
                if (pieces.contains(piece)) {
                    found.add(piece);
                }
            }
        }
        return found;
    }

    private static int start(String piece) {
        return piece.charAt(0) << 14 | piece.charAt(1) << 7 | piece.charAt(2);
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
