package io.gatewayping.pattern;

import com.google.re2j.PatternSyntaxException;
import io.gatewayping.pattern.PatternPart.Alternatives;
import io.gatewayping.pattern.PatternPart.Border;
import io.gatewayping.pattern.PatternPart.Characters;
import io.gatewayping.pattern.PatternPart.Group;
import io.gatewayping.pattern.PatternPart.Repeat;
import io.gatewayping.pattern.PatternPart.Sequence;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a pattern as ECMA-262 has it with the flag {@code u}, but for what takes no linear time. Of what only the older grammar
 * has (annex B), it takes what means itself there: needless escapes of punctuation, and brackets that open or close nothing.
 */
final class PatternReader {

    /** How deep groups are within groups. */
    static final int DEEPEST = 200;

    static final String TOO_DEEP = "groups within groups, more than " + DEEPEST + " deep";

    private static final Pattern REPEAT =
            Pattern.compile("(?:(?<sign>[*+?])|\\{(?<least>[0-9]+)(?<more>,(?<most>[0-9]+)?)?})\\??");

    /** Other letters are in names of ECMA-262 as well, by tables of names that no contract needs. */
    private static final Pattern NAME = Pattern.compile("\\?<([A-Za-z_$][A-Za-z0-9_$]*)>");

    private static final Pattern MODIFIERS = Pattern.compile("\\?[a-zA-Z-]+[:)]");

    private final PatternCursor cursor;
    private final ClassReader classes;
    private final Set<String> names = new HashSet<>();
    private int depth;

    private PatternReader(PatternCursor cursor) {
        this.cursor = cursor;
        classes = new ClassReader(cursor);
    }

    /**
     * Reads it.
     *
     * @throws PatternSyntaxException for what is not of the grammar, or not matched in linear time
     */
    static PatternPart read(String text) {
        PatternCursor cursor = new PatternCursor(text);
        PatternPart whole = new PatternReader(cursor).alternatives();
        if (!cursor.isAtEnd()) {
            throw cursor.refused("a ) without its (");
        }
        return whole;
    }

    private PatternPart alternatives() {
        List<PatternPart> parts = new ArrayList<>();
        do {
            parts.add(sequence());
        } while (cursor.takes("|"));
        return parts.size() == 1 ? parts.get(0) : new Alternatives(List.copyOf(parts));
    }

    private PatternPart sequence() {
        List<PatternPart> parts = new ArrayList<>();
        while (!cursor.isAtEnd() && !cursor.isBefore("|") && !cursor.isBefore(")")) {
            int place = cursor.place();
            PatternPart part = part();
            String piece = cursor.since(place);
            Matcher repeat = cursor.looking(REPEAT);
            parts.add(repeat.lookingAt() ? repeated(part, piece, repeat) : part);
        }
        return parts.size() == 1 ? parts.get(0) : new Sequence(List.copyOf(parts));
    }

    private PatternPart repeated(PatternPart part, String piece, Matcher repeat) {
        if (part instanceof Border) {
            throw cursor.refused("nothing to repeat: " + piece + " takes no character");
        }
        Repeat repeated = repeated(part, repeat);
        if (repeated.least() > repeated.most()) {
            throw cursor.refused("a repeat whose bounds are out of order: " + repeat.group());
        }
        cursor.skip(repeat);
        if (cursor.looking(REPEAT).lookingAt()) {
            throw cursor.refused("a repeat of a repeat; in brackets it can be repeated");
        }
        return repeated;
    }

    private static Repeat repeated(PatternPart part, Matcher repeat) {
        String sign = repeat.group("sign");
        if (sign != null) {
            return new Repeat(part, sign.equals("+") ? 1 : 0, sign.equals("?") ? 1 : PatternPart.ENDLESS);
        }
        long least = number(repeat.group("least"));
        String most = repeat.group("most");
        return new Repeat(
                part, least, repeat.group("more") == null ? least : most == null ? PatternPart.ENDLESS : number(most));
    }

    private static long number(String digits) {
        String significant = digits.replaceFirst("^0+(?=.)", "");
        return significant.length() > 12
                ? PatternPart.ENDLESS
                : Math.min(Long.parseLong(significant), PatternPart.ENDLESS);
    }

    private PatternPart part() {
        if (cursor.looking(REPEAT).lookingAt()) {
            throw cursor.refused("nothing to repeat");
        }
        if (cursor.takes("(")) {
            return group();
        }
        if (cursor.takes("[")) {
            return new Characters(classes.read());
        }
        if (cursor.takes("^")) {
            return Border.START;
        }
        if (cursor.takes("$")) {
            return Border.END;
        }
        if (cursor.takes("\\b")) {
            return Border.OF_A_WORD;
        }
        if (cursor.takes("\\B")) {
            return Border.NOT_OF_A_WORD;
        }
        if (cursor.takes(".")) {
            return new Characters(CharacterSet.IN_A_LINE);
        }
        return new Characters(cursor.isBefore("\\") ? classes.escaped() : CharacterSet.of(cursor.take()));
    }

    private Group group() {
        int place = cursor.place() - 1;
        if (++depth > DEEPEST) {
            throw cursor.refused(TOO_DEEP, place);
        }
        if (cursor.isBefore("?") && !cursor.takes("?:")) {
            readName(place);
        }
        PatternPart inside = alternatives();
        if (!cursor.takes(")")) {
            throw cursor.refused("a ( without its )", place);
        }
        depth--;
        return new Group(inside);
    }

    private void readName(int place) {
        for (String looking : List.of("?=", "?!", "?<=", "?<!")) {
            if (cursor.isBefore(looking)) {
                throw cursor.refused(
                        "(" + looking + " looks " + (looking.contains("<") ? "behind" : "ahead")
                                + ", which takes no linear time",
                        place);
            }
        }
        if (cursor.isBefore("?P<")) {
            throw cursor.refused("ECMA-262 has no (?P<; a group is named by (?<", place);
        }
        Matcher name = cursor.looking(NAME);
        if (!name.lookingAt()) {
            throw cursor.refused(noName(), place);
        }
        cursor.skip(name);
        if (!names.add(name.group(1))) {
            throw cursor.refused("a second group is called " + name.group(1), place);
        }
    }

    private String noName() {
        if (cursor.isBefore("?<")) {
            return "(?< that names a group by other than ASCII letters, digits, _ and $";
        }
        return cursor.looking(MODIFIERS).lookingAt()
                ? "flags within a pattern, which JSON Schema's ECMA-262 has not; classes say the same"
                : "(? that begins no group of ECMA-262";
    }
}
