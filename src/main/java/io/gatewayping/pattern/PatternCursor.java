package io.gatewayping.pattern;

import com.google.re2j.PatternSyntaxException;
import io.gatewayping.exchange.Excerpt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where in the text of a pattern its readers are. */
final class PatternCursor {

    private static final int END = -1;

    private final String text;
    private int at;

    PatternCursor(String text) {
        this.text = text;
    }

    boolean isAtEnd() {
        return at == text.length();
    }

    /** The next character, or a negative number behind the last. */
    int next() {
        return isAtEnd() ? END : text.codePointAt(at);
    }

    boolean isBefore(String piece) {
        return text.startsWith(piece, at);
    }

    /** Whether the next character is one of ASCII's digits. */
    boolean isBeforeDigit() {
        return next() >= '0' && next() <= '9';
    }

    /** Reads the next character. */
    int take() {
        int character = next();
        if (character == END) {
            throw refused("it ends too early");
        }
        at += Character.charCount(character);
        return character;
    }

    /** Reads a piece if it is next. */
    boolean takes(String piece) {
        boolean isNext = isBefore(piece);
        if (isNext) {
            at += piece.length();
        }
        return isNext;
    }

    /** What of a form is next, without reading it. */
    Matcher looking(Pattern form) {
        return form.matcher(text).region(at, text.length());
    }

    /** Reads what was found. */
    void skip(Matcher found) {
        at = found.end();
    }

    int place() {
        return at;
    }

    /** What was read from a place on. */
    String since(int place) {
        return text.substring(place, at);
    }

    PatternSyntaxException refused(String problem) {
        return refused(problem, at);
    }

    /** Says where it is, counted in characters from one. */
    PatternSyntaxException refused(String problem, int place) {
        return new PatternSyntaxException(
                Excerpt.of(problem) + ", at character " + (text.codePointCount(0, place) + 1), Excerpt.of(text));
    }
}
