package io.gatewayping.exchange;

import java.util.function.Function;
import java.util.function.UnaryOperator;

/** What is done to a token before it is sent. What would leave it as it is, makes it longer. */
// What edits is a function of nothing but the token.
@SuppressWarnings("ImmutableEnumChecker")
enum TokenEdit {
    WHOLE(token -> token, token -> "$TOKEN"),
    ANOTHER(token -> TokenEdit.OF_NOBODY, token -> TokenEdit.OF_NOBODY),
    EMPTY(token -> "", token -> ""),
    CUT_SHORT(token -> token.substring(0, token.length() - 1), token -> "${TOKEN%?}"),
    CUT_IN_FRONT(token -> token.substring(1), token -> "${TOKEN#?}"),
    EXTENDED(token -> token + "x", token -> "${TOKEN}x"),
    EXTENDED_IN_FRONT(token -> "x" + token, token -> "x${TOKEN}"),
    /** In the middle: the last character of a JSON Web Token may hold bits that no decoder reads. */
    ONE_CHARACTER_CHANGED(
            token -> replaced(token, token.length() / 2, otherThan(token.charAt(token.length() / 2))),
            token -> sed(token.length() / 2, String.valueOf(otherThan(token.charAt(token.length() / 2))))),
    FIRST_CHARACTER_CHANGED(
            token -> replaced(token, 0, otherThan(token.charAt(0))),
            token -> sed(0, String.valueOf(otherThan(token.charAt(0))))),
    /** The same characters, in another order. */
    TURNED_ROUND(token -> new StringBuilder(token).reverse().toString(), token -> "$(printf %s \"$TOKEN\" | rev)"),
    /** By the one bit of it that every decoder reads. */
    LAST_CHARACTER_CHANGED(
            token -> replaced(token, lastOfBase64(token), otherInBase64(token.charAt(lastOfBase64(token)))),
            token -> sed(lastOfBase64(token), String.valueOf(otherInBase64(token.charAt(lastOfBase64(token)))))),
    /** A token without a letter has another character changed. */
    ONE_CASE_CHANGED(
            token -> letterNearTheMiddle(token) < 0
                    ? ONE_CHARACTER_CHANGED.edited(token)
                    : replaced(token, letterNearTheMiddle(token), otherCase(token.charAt(letterNearTheMiddle(token)))),
            token -> letterNearTheMiddle(token) < 0
                    ? ONE_CHARACTER_CHANGED.shell(token)
                    : sed(
                            letterNearTheMiddle(token),
                            Character.isUpperCase(token.charAt(letterNearTheMiddle(token))) ? "\\L&" : "\\U&")),
    ANOTHER_FIRST_HALF(
            token -> mapped(firstHalf(token), TokenEdit::next) + secondHalf(token),
            token -> tr(firstHalfInShell(token), Tr.NEXT) + secondHalfInShell(token)),
    ANOTHER_SECOND_HALF(
            token -> firstHalf(token) + mapped(secondHalf(token), TokenEdit::next),
            token -> firstHalfInShell(token) + tr(secondHalfInShell(token), Tr.NEXT)),
    FIRST_HALF_IN_ANOTHER_CASE(
            token -> mapped(firstHalf(token), TokenEdit::otherCase) + secondHalf(token),
            token -> tr(firstHalfInShell(token), Tr.CASE) + secondHalfInShell(token)),
    SECOND_HALF_IN_ANOTHER_CASE(
            token -> firstHalf(token) + mapped(secondHalf(token), TokenEdit::otherCase),
            token -> firstHalfInShell(token) + tr(secondHalfInShell(token), Tr.CASE));

    private static final String OF_NOBODY = "0c5f4a0e-6a0b-4b6e-9d55-2f1d8c7b3e94-7be1d3a2-48c6-4f0f-8a67-e5b90c2d1f38";
    private static final String BASE64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    private static final int HIGHEST_BIT = 32;

    /** What {@code tr} is told to do the same. */
    private static final class Tr {
        static final String NEXT = "a-zA-Z0-9 b-zaB-ZA1-90";
        static final String CASE = "a-zA-Z A-Za-z";
    }

    private final UnaryOperator<String> edit;
    private final Function<String, String> words;

    TokenEdit(UnaryOperator<String> edit, Function<String, String> words) {
        this.edit = edit;
        this.words = words;
    }

    /** What becomes of a token. */
    String edited(String token) {
        String edited = edit.apply(token);
        return this != WHOLE && edited.equals(token) ? EXTENDED.edit.apply(token) : edited;
    }

    /** The same in a shell's double quotes, made of the variable {@code TOKEN}. */
    String shell(String token) {
        return this != WHOLE && edit.apply(token).equals(token) ? EXTENDED.words.apply(token) : words.apply(token);
    }

    private static String replaced(String token, int index, char by) {
        return token.substring(0, index) + by + token.substring(index + 1);
    }

    private static String mapped(String text, UnaryOperator<Character> change) {
        StringBuilder mapped = new StringBuilder();
        text.chars().forEach(c -> mapped.append(change.apply((char) c)));
        return mapped.toString();
    }

    private static String firstHalf(String token) {
        return token.substring(0, token.length() / 2);
    }

    private static String secondHalf(String token) {
        return token.substring(token.length() / 2);
    }

    private static String firstHalfInShell(String token) {
        return token.length() < 2 ? "" : "$(printf %s \"$TOKEN\" | cut -c1-" + token.length() / 2 + ")";
    }

    private static String secondHalfInShell(String token) {
        return "$(printf %s \"$TOKEN\" | cut -c" + (token.length() / 2 + 1) + "-)";
    }

    private static String tr(String part, String sets) {
        String[] both = sets.split(" ", -1);
        return part.isEmpty() ? "" : part.replaceFirst("\\)$", " | tr '" + both[0] + "' '" + both[1] + "')");
    }

    private static String sed(int index, String replacement) {
        return "$(printf %s \"$TOKEN\" | sed 's/./" + replacement + "/" + (index + 1) + "')";
    }

    private static char otherThan(char c) {
        return c == 'x' ? 'y' : 'x';
    }

    /** The next letter or digit, of the same kind. */
    private static char next(char c) {
        return switch (c) {
            case 'z' -> 'a';
            case 'Z' -> 'A';
            case '9' -> '0';
            default -> isAsciiLetter(c) || (c >= '0' && c < '9') ? (char) (c + 1) : c;
        };
    }

    private static char otherCase(char c) {
        if (!isAsciiLetter(c)) {
            return c;
        }
        return Character.isUpperCase(c) ? Character.toLowerCase(c) : Character.toUpperCase(c);
    }

    private static int lastOfBase64(String token) {
        for (int index = token.length() - 1; index >= 0; index--) {
            if (BASE64.indexOf(token.charAt(index)) >= 0) {
                return index;
            }
        }
        return token.length() - 1;
    }

    private static char otherInBase64(char c) {
        int value = BASE64.indexOf(c);
        return value < 0 ? otherThan(c) : BASE64.charAt(value ^ HIGHEST_BIT);
    }

    private static int letterNearTheMiddle(String token) {
        int middle = token.length() / 2;
        for (int distance = 0; distance < token.length(); distance++) {
            for (int index : new int[] {middle - distance, middle + distance}) {
                if (index >= 0 && index < token.length() && isAsciiLetter(token.charAt(index))) {
                    return index;
                }
            }
        }
        return -1;
    }

    private static boolean isAsciiLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
}
