package io.gatewayping.acceptance;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Finds a token in text: in any of its encodings, whole or a piece of it. */
public final class TokenTraces {

    private static final int PIECE = 10;

    private final Set<String> pieces = new HashSet<>();
    private final BitSet starts = new BitSet();

    public TokenTraces(String token) {
        forms(token).forEach(form -> IntStream.rangeClosed(0, form.length() - PIECE)
                .mapToObj(start -> form.substring(start, start + PIECE))
                .forEach(piece -> {
                    pieces.add(piece);
                    starts.set(start(piece, 0));
                }));
    }

    /** Every piece of the token that the text holds. */
    public List<String> in(String text) {
        return IntStream.rangeClosed(0, text.length() - PIECE)
                .filter(at -> starts.get(start(text, at)))
                .mapToObj(at -> text.substring(at, at + PIECE))
                .filter(pieces::contains)
                .distinct()
                .toList();
    }

    /** A number made of three characters, so that most of a text need not be cut into pieces. */
    private static int start(String text, int at) {
        return (text.charAt(at) & 0x7f) << 14 | (text.charAt(at + 1) & 0x7f) << 7 | text.charAt(at + 2) & 0x7f;
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
