package io.gatewayping.exchange;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Takes secrets out of text: a secret becomes {@code $TOKEN}, a piece of ten characters or more becomes {@code ***}. It is
 * known in the spellings that programs give it without meaning harm: Base64 (wherever in it the secret begins), hexadecimal,
 * UTF-16, lists of bytes, and the escapes of JSON, URLs and HTML.
 */
public final class Redaction {

    /** What stands for a whole secret. */
    public static final String TOKEN = "$TOKEN";

    private static final String PIECE = "***";
    private static final int PIECE_LENGTH = 10;
    /** A piece this long is as good as the whole: an echo that was cut. */
    private static final int LONG_PIECE_LENGTH = 20;

    /** Base64 of a text depends on where in a group of three bytes it begins: behind "Bearer " it looks otherwise. */
    private static final int BASE64_GROUP = 3;

    /** As {@link String#hashCode()} has it. */
    private static final int HASH_BASE = 31;

    private static final int HASH_OF_THE_ONE_BEFORE =
            IntStream.range(0, PIECE_LENGTH).reduce(1, (product, power) -> product * HASH_BASE);

    /** The code of a character that may stand for itself: no quote, no backslash. Zero is half of one in UTF-16. */
    private static final String HEX = "(00|2[013-9a-fA-F]|[346][0-9a-fA-F]|5[0-9abd-fABD-F]|7[0-9a-eA-E])";

    private static final String DECIMAL = "(3[235-9]|[4-8][0-9]|9[013-9]|1[01][0-9]|12[0-6])";
    private static final int DECIMAL_GROUP = 4;

    private static final Pattern ESCAPE = Pattern.compile(
            "\\\\{1,8}u00" + HEX + "|%" + HEX + "|&#[xX]0{0,4}" + HEX + ";|&#0{0,4}" + DECIMAL + ";|\\\\.");

    /** Bytes one by one: as pairs of hexadecimal digits with something between them, or as decimal numbers. */
    private static final Pattern DUMP =
            Pattern.compile("(?:[0-9a-fA-F]{2}[ :-]){9,}+[0-9a-fA-F]{2}|(?:[0-9]{2,3}(?:, ?| )){9,}+[0-9]{2,3}");

    private static final Pattern BYTE = Pattern.compile("[0-9a-fA-F]+");
    private static final int MOST_OF_A_BYTE = 255;

    /** Shorter ones, or ones of fewer characters, may stand in any text. */
    private static final int TELLING_LENGTH = 12;

    private static final int TELLING_CHARACTERS = 6;

    private static final String STARTS_OF_ESCAPES = "\\%&";

    /** Those that are too short to be known by their pieces. */
    private final Set<String> shortForms = new LinkedHashSet<>();

    private final Set<String> pieces = new HashSet<>();
    /** Pieces that stood in a text, and whether they are a secret's and not the contract's own words. */
    private final Map<String, Boolean> met = new ConcurrentHashMap<>();

    /** In lower case, as some servers write the names of headers. */
    private final List<String> longSecrets;

    private @Nullable Redaction ofLowerCase;
    private final BitSet pieceHashes = new BitSet();

    /** What the contract itself says: no piece of that is a piece of a secret. */
    private final String ownWords;

    /** Takes out these secrets; empty ones are no secrets. */
    public Redaction(Collection<String> secrets) {
        this(secrets, "");
    }

    /**
     * Takes out these secrets, but for what an answer may say without repeating one.
     *
     * @param ownWords what the contract itself says
     */
    public Redaction(Collection<String> secrets, String ownWords) {
        this.ownWords = ownWords;
        longSecrets = secrets.stream()
                .filter(secret -> secret.length() >= PIECE_LENGTH)
                .map(secret -> secret.toLowerCase(Locale.ROOT))
                .toList();
        for (String secret : secrets) {
            byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
            addForm(secret);
            for (Base64.Encoder base64 : List.of(Base64.getEncoder(), Base64.getUrlEncoder())) {
                addForm(base64.withoutPadding().encodeToString(bytes));
                addForm(base64.encodeToString(bytes));
                for (int before = 0; before < BASE64_GROUP; before++) {
                    addForm(base64(bytes, before, base64));
                }
            }
            addForm(HexFormat.of().formatHex(bytes));
            addForm(HexFormat.of().withUpperCase().formatHex(bytes));
            // Read byte by byte, from the first that is not zero to the last: the same in either order.
            addForm(String.join("\0", secret.split("")));
        }
    }

    /** The characters that stand for these bytes and nothing else, when as many other bytes are encoded before them. */
    private static String base64(byte[] bytes, int before, Base64.Encoder encoder) {
        byte[] shifted = new byte[before + bytes.length];
        System.arraycopy(bytes, 0, shifted, before, bytes.length);
        int first = (before * 8 + 5) / 6;
        int end = shifted.length * 8 / 6;
        return encoder.encodeToString(shifted).substring(Math.min(first, end), end);
    }

    private void addForm(String form) {
        if (form.isEmpty()) {
            return;
        }
        if (form.length() < LONG_PIECE_LENGTH && !ownWords.contains(form)) {
            shortForms.add(form);
        }
        for (int start = 0; start + PIECE_LENGTH <= form.length(); start++) {
            String piece = form.substring(start, start + PIECE_LENGTH);
            pieces.add(piece);
            pieceHashes.set(slot(piece.hashCode()));
        }
    }

    /** The text without the secrets; with its escapes resolved where a secret was spelled in them. */
    public String redact(String text) {
        String plain = undumped(unescaped(text));
        String shown = hidden(plain);
        return shown.equals(plain) ? hidden(text) : shown;
    }

    /** The name of a header in lower case, without the secrets, whatever their case is there. */
    synchronized String redactName(String name) {
        if (ofLowerCase == null) {
            ofLowerCase = new Redaction(longSecrets, ownWords.toLowerCase(Locale.ROOT));
        }
        String lower = name.toLowerCase(Locale.ROOT);
        String shown = ofLowerCase.redact(lower);
        if (!shown.equals(lower)) {
            return shown;
        }
        String asItStands = redact(name);
        return asItStands.equals(name) ? lower : asItStands;
    }

    /** The bytes without the secrets; each byte is read as one character, so that any encoding survives. */
    byte[] redact(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        String safe = redact(text);
        return safe.equals(text) ? bytes : safe.getBytes(StandardCharsets.ISO_8859_1);
    }

    private String hidden(String text) {
        BitSet hidden = new BitSet(text.length());
        BitSet whole = new BitSet(text.length());
        for (String form : shortForms) {
            for (int at = text.indexOf(form); at >= 0; at = text.indexOf(form, at + 1)) {
                // A short secret may be part of a word that has nothing to do with it.
                if (form.length() >= PIECE_LENGTH || standsAlone(text, at, at + form.length())) {
                    hidden.set(at, at + form.length());
                    whole.set(at, at + form.length());
                }
            }
        }
        hidePieces(text, hidden);
        if (hidden.isEmpty()) {
            return text;
        }
        StringBuilder shown = new StringBuilder(text.length());
        int from = 0;
        for (int start = hidden.nextSetBit(0); start >= 0; start = hidden.nextSetBit(from)) {
            int end = hidden.nextClearBit(start);
            boolean asGoodAsWhole =
                    end - start >= LONG_PIECE_LENGTH || whole.get(start, end).cardinality() > 0;
            shown.append(text, from, start).append(asGoodAsWhole ? TOKEN : PIECE);
            from = end;
        }
        return shown.append(text, from, text.length()).toString();
    }

    /** Whether a secret is long and random enough to be known where it stands, and is nothing that the contract says. */
    public static boolean isTelling(String secret, String ownWords) {
        return secret.length() >= TELLING_LENGTH
                && secret.chars().distinct().count() >= TELLING_CHARACTERS
                && !ownWords.contains(secret);
    }

    /** With lists of bytes as the text that they are. */
    private static String undumped(String text) {
        return DUMP.matcher(text).replaceAll(dump -> Matcher.quoteReplacement(undumpedBytes(dump.group())));
    }

    private static String undumpedBytes(String dump) {
        List<String> numbers =
                BYTE.matcher(dump).results().map(MatchResult::group).toList();
        boolean decimal = dump.contains(",") || numbers.stream().anyMatch(number -> number.length() > 2);
        StringBuilder text = new StringBuilder();
        for (String number : numbers) {
            int value = Integer.parseInt(number, decimal ? 10 : 16);
            text.append(value > MOST_OF_A_BYTE ? '?' : (char) value);
        }
        return text.toString();
    }

    private static String unescaped(String text) {
        if (STARTS_OF_ESCAPES.chars().noneMatch(start -> text.indexOf(start) >= 0)) {
            return text;
        }
        return ESCAPE.matcher(text).replaceAll(escape -> Matcher.quoteReplacement(unescaped(escape)));
    }

    private static String unescaped(MatchResult escape) {
        for (int group = 1; group <= DECIMAL_GROUP; group++) {
            String code = escape.group(group);
            if (code != null) {
                return String.valueOf((char) Integer.parseInt(code, group == DECIMAL_GROUP ? 10 : 16));
            }
        }
        return escape.group().equals("\\/") ? "/" : escape.group();
    }

    /** Compares hashes, each made from the one before in two steps, and looks at the text only where they agree. */
    private void hidePieces(String text, BitSet hidden) {
        int hash = 0;
        for (int end = 1; end <= text.length(); end++) {
            int start = end - PIECE_LENGTH;
            hash = hash * HASH_BASE + text.charAt(end - 1);
            if (start > 0) {
                hash -= text.charAt(start - 1) * HASH_OF_THE_ONE_BEFORE;
            }
            if (start >= 0 && pieceHashes.get(slot(hash)) && isOfASecret(text.substring(start, end))) {
                hidden.set(start, end);
            }
        }
    }

    /** Looks at the contract's own words, which are long, only for a piece that was met, and once. */
    private boolean isOfASecret(String piece) {
        return pieces.contains(piece) && met.computeIfAbsent(piece, it -> !ownWords.contains(it));
    }

    private static int slot(int hash) {
        return hash >>> Short.SIZE;
    }

    private static boolean standsAlone(String text, int start, int end) {
        return (start == 0 || !Character.isLetterOrDigit(text.charAt(start - 1)))
                && (end == text.length() || !Character.isLetterOrDigit(text.charAt(end)));
    }
}
