package io.gatewayping.exchange;

import java.util.BitSet;
import java.util.List;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The characters that a text spells in another way: by escapes, by lists of codes, one by one, or with unseen ones between. Each
 * pattern goes on from where it has matched, and gives up after a few characters where it does not: no text takes long.
 */
final class Spellings {

    /** The code of a character that may stand for itself: no quote, no backslash. Zero is half of one in UTF-16. */
    private static final String HEX = "(00|2[013-9a-fA-F]|[346][0-9a-fA-F]|5[0-9abd-fABD-F]|7[0-9a-eA-E])";

    private static final String DECIMAL = "(3[235-9]|[4-8][0-9]|9[013-9]|1[01][0-9]|12[0-6])";
    private static final String OCTAL = "(04[013-7]|0[5-7][0-7]|1[0-24-6][0-7]|13[0-35-7]|17[0-6])";

    /** Soft hyphens, joiners and marks: as they are, as their bytes in UTF-8, and as escapes. */
    private static final String UNSEEN = "[\u00ad\u200b-\u200d\u2060\ufeff]"
            + "|\u00c2\u00ad|\u00e2\u0080[\u008b-\u008d]|\u00e2\u0081\u00a0|\u00ef\u00bb\u00bf"
            + "|\\\\{1,8}u(?i:00ad|200[b-d]|2060|feff)"
            + "|(?i:%C2%AD|%E2%80%8[b-d]|%E2%81%A0|%EF%BB%BF)"
            + "|(?i:&(?:shy|zwn?j|#173|#820[3-5]|#8288|#65279|#xad|#x200[b-d]|#x2060|#xfeff);)";

    private static final Pattern ESCAPE = Pattern.compile("\\\\{1,8}(?:u00|x)" + HEX + "|%(?:25){0,8}" + HEX
            + "|&#[xX]0{0,4}" + HEX + ";|&#0{0,4}" + DECIMAL + ";|\\\\{1,8}" + OCTAL + "|(" + UNSEEN + ")|\\\\.");

    private static final List<Integer> RADIX_OF_GROUP = List.of(16, 16, 16, 10, 8);
    private static final int UNSEEN_GROUP = 6;

    private static final String STARTS_OF_ESCAPES = "\\%&\u00ad\u200b\u200c\u200d\u2060\ufeff\u00c2\u00e2\u00ef";

    private static final String CODES = "\\b(?:0[xX])?[0-9a-fA-F]{2,8}\\b";

    /** Bytes as hexadecimal digits, alone or some together, or as decimal numbers. */
    private static final Pattern DUMP =
            Pattern.compile(CODES + "(?:(?:\"?[,;]\\s{0,12}\"?|[\\s:-])" + CODES + "){4,}+");

    private static final Pattern DIGITS = Pattern.compile("(?<=0[xX]|\\b)[0-9a-fA-F]{2,8}\\b");
    private static final Pattern LETTER = Pattern.compile("[a-zA-Z]");
    /** A comma, or a number of three digits, which is no two bytes. */
    private static final Pattern SIGN_OF_DECIMALS = Pattern.compile("[,;]|\\b[0-9]{3}\\b");

    private static final int MOST_OF_A_BYTE = 255;

    /** Characters with the same between all of them. */
    private static final Pattern ONE_BY_ONE = Pattern.compile("[0-9a-zA-Z]([^0-9a-zA-Z]{1,16})[!-~](?:\\1[!-~]){8,}+");

    private static final String DIGIT = "0123456789";
    private static final BitSet HEXADECIMAL = characters(DIGIT + "abcdefABCDEF");
    private static final BitSet AFTER_HEXADECIMAL = characters(DIGIT + "abcdefABCDEFxX");
    private static final BitSet ALPHANUMERIC =
            characters(DIGIT + "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");

    private Spellings() {}

    /** The text with all that is spelled so as the characters that it stands for. */
    static String resolved(String text) {
        return oneAfterTheOther(undumped(unescaped(text)));
    }

    /** Whether a pattern may match at a place of a text; where it may not, it is not tried. */
    @FunctionalInterface
    private interface Start {
        boolean isAt(int place);
    }

    private static String replaced(String text, Pattern pattern, Start start, Function<MatchResult, String> meaning) {
        @Nullable Matcher matcher = null;
        StringBuilder replaced = new StringBuilder();
        int from = 0;
        int at = 0;
        while (at < text.length()) {
            if (!start.isAt(at)) {
                at++;
                continue;
            }
            if (matcher == null) {
                matcher = pattern.matcher(text).useTransparentBounds(true).useAnchoringBounds(false);
            }
            if (matcher.region(at, text.length()).lookingAt()) {
                replaced.append(text, from, at).append(meaning.apply(matcher));
                from = matcher.end();
                at = from;
            } else {
                at++;
            }
        }
        return from == 0 ? text : replaced.append(text, from, text.length()).toString();
    }

    private static boolean isOneOf(BitSet characters, String text, int at) {
        return at >= 0 && at < text.length() && characters.get(text.charAt(at));
    }

    private static BitSet characters(String all) {
        return all.chars().collect(BitSet::new, BitSet::set, BitSet::or);
    }

    private static String unescaped(String text) {
        return replaced(
                text, ESCAPE, at -> STARTS_OF_ESCAPES.indexOf(text.charAt(at)) >= 0, escape -> unescaped(escape));
    }

    private static String unescaped(MatchResult escape) {
        for (int group = 1; group < UNSEEN_GROUP; group++) {
            String code = escape.group(group);
            if (code != null) {
                return String.valueOf((char) Integer.parseInt(code, RADIX_OF_GROUP.get(group - 1)));
            }
        }
        if (escape.group(UNSEEN_GROUP) != null) {
            return "";
        }
        return escape.group().equals("\\/") ? "/" : escape.group();
    }

    private static String undumped(String text) {
        return replaced(
                text,
                DUMP,
                at -> isOneOf(HEXADECIMAL, text, at)
                        && isOneOf(AFTER_HEXADECIMAL, text, at + 1)
                        && !isOneOf(ALPHANUMERIC, text, at - 1),
                dump -> undumpedBytes(dump.group()));
    }

    private static String undumpedBytes(String dump) {
        boolean decimal =
                !LETTER.matcher(dump).find() && SIGN_OF_DECIMALS.matcher(dump).find();
        StringBuilder text = new StringBuilder();
        DIGITS.matcher(dump).results().map(MatchResult::group).forEach(digits -> {
            if (decimal) {
                text.append(character(Integer.parseInt(digits)));
            } else {
                for (int at = 0; at + 2 <= digits.length(); at += 2) {
                    text.append(character(Integer.parseInt(digits, at, at + 2, 16)));
                }
            }
        });
        return text.toString();
    }

    private static char character(int code) {
        return code > MOST_OF_A_BYTE ? '?' : (char) code;
    }

    private static String oneAfterTheOther(String text) {
        return replaced(
                text,
                ONE_BY_ONE,
                at -> isOneOf(ALPHANUMERIC, text, at) && !isOneOf(ALPHANUMERIC, text, at + 1),
                spaced -> each(spaced.group(), 1 + spaced.group(1).length()));
    }

    private static String each(String spaced, int step) {
        StringBuilder text = new StringBuilder();
        for (int at = 0; at < spaced.length(); at += step) {
            text.append(spaced.charAt(at));
        }
        return text.toString();
    }
}
