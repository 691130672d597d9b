package io.gatewayping.exchange;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
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
import java.util.stream.IntStream;

/**
 * Takes secrets out of text: a secret becomes {@code $TOKEN}, a piece of ten characters or more becomes {@code ***}. It is
 * known in the spellings that programs give it without meaning harm: Base64 (wherever in it the secret begins), hexadecimal,
 * UTF-16, another case, lists of its bytes or characters, and the escapes of JSON, URLs, HTML and shells.
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

    /** Shorter ones, or ones of fewer characters, may stand in any text. */
    private static final int TELLING_LENGTH = 12;

    private static final int TELLING_CHARACTERS = 6;

    /** Those that are too short to be known by their pieces. */
    private final Set<String> shortForms = new LinkedHashSet<>();

    private final Set<String> pieces = new HashSet<>();
    /** Pieces that stood in a text, and whether they are a secret's and not the contract's own words. */
    private final Map<String, Boolean> met = new ConcurrentHashMap<>();

    /** Of the secrets themselves, in lower case: nobody puts their other forms into another case. */
    private final Set<String> piecesOfAnyCase = new HashSet<>();

    private final Map<String, Boolean> metInAnyCase = new ConcurrentHashMap<>();
    private final List<String> secretsOfAnyCase = new ArrayList<>();

    private final BitSet pieceHashes = new BitSet();

    private final Remembered<String, String> texts = new Remembered<>(String::length);
    private final Remembered<String, String> names = new Remembered<>(String::length);
    private final Remembered<String, byte[]> bodies = new Remembered<>(String::length);

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
        secrets.forEach(this::add);
    }

    /** Takes out these secrets as well. */
    Redaction and(Collection<String> more) {
        Redaction both = new Redaction(List.of(), ownWords);
        both.shortForms.addAll(shortForms);
        both.pieces.addAll(pieces);
        both.piecesOfAnyCase.addAll(piecesOfAnyCase);
        both.secretsOfAnyCase.addAll(secretsOfAnyCase);
        both.pieceHashes.or(pieceHashes);
        more.forEach(both::add);
        return both;
    }

    private void add(String secret) {
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
        if (secret.length() >= PIECE_LENGTH) {
            String lower = secret.toLowerCase(Locale.ROOT);
            secretsOfAnyCase.add(lower);
            piecesOf(lower, piecesOfAnyCase);
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
        piecesOf(form, pieces);
        int hash = 0;
        for (int end = 1; end <= form.length(); end++) {
            hash = hashUpTo(end, form, hash);
            if (end >= PIECE_LENGTH) {
                pieceHashes.set(slot(hash));
            }
        }
    }

    private static void piecesOf(String form, Set<String> pieces) {
        for (int start = 0; start + PIECE_LENGTH <= form.length(); start++) {
            pieces.add(form.substring(start, start + PIECE_LENGTH));
        }
    }

    /** The text without the secrets; with its escapes resolved where a secret was spelled in them. */
    public String redact(String text) {
        return texts.of(text, it -> redact(it, LONG_PIECE_LENGTH));
    }

    /** @param ofAnyCase from how many characters on a piece is known whatever its case */
    private String redact(String text, int ofAnyCase) {
        String plain = Spellings.resolved(text);
        String shown = hidden(plain, ofAnyCase);
        return shown.equals(plain) && !plain.equals(text) ? hidden(text, ofAnyCase) : shown;
    }

    /** The name of a header in lower case, as some servers write them, without the secrets, whatever their case is there. */
    String redactName(String name) {
        return names.of(name, this::redactedName);
    }

    private String redactedName(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        String shown = redact(lower, PIECE_LENGTH);
        if (!shown.equals(lower)) {
            return shown;
        }
        String asItStands = redact(name);
        return asItStands.equals(name) ? lower : asItStands;
    }

    /** The bytes without the secrets; each byte is read as one character, so that any encoding survives. */
    byte[] redact(byte[] bytes) {
        return bodies.of(new String(bytes, StandardCharsets.ISO_8859_1), this::redactedBytes);
    }

    private byte[] redactedBytes(String text) {
        return redact(text, LONG_PIECE_LENGTH).getBytes(StandardCharsets.ISO_8859_1);
    }

    private String hidden(String text, int ofAnyCase) {
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
        hidePieces(text, hidden, whole, ofAnyCase);
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

    /** Compares hashes, and looks at the text only where they agree. */
    private void hidePieces(String text, BitSet hidden, BitSet whole, int ofAnyCase) {
        BitSet inAnyCase = new BitSet();
        int hash = 0;
        for (int end = 1; end <= text.length(); end++) {
            int start = end - PIECE_LENGTH;
            hash = hashUpTo(end, text, hash);
            if (start >= 0 && pieceHashes.get(slot(hash))) {
                String piece = text.substring(start, end);
                if (isOfASecret(piece)) {
                    hidden.set(start, end);
                } else if (isOfASecretInAnyCase(piece.toLowerCase(Locale.ROOT))) {
                    inAnyCase.set(start, end);
                }
            }
        }
        if (!inAnyCase.isEmpty()) {
            inAnyCase.or(hidden);
            hideInAnyCase(text, inAnyCase, hidden, whole, ofAnyCase);
        }
    }

    /** Words of a secret in another case may be anybody's, unless it is long or there as a whole. */
    private void hideInAnyCase(String text, BitSet inAnyCase, BitSet hidden, BitSet whole, int ofAnyCase) {
        int end;
        for (int start = inAnyCase.nextSetBit(0); start >= 0; start = inAnyCase.nextSetBit(end)) {
            end = inAnyCase.nextClearBit(start);
            String piece = text.substring(start, end).toLowerCase(Locale.ROOT);
            boolean isWhole = secretsOfAnyCase.stream().anyMatch(piece::contains);
            if (isWhole || piece.length() >= ofAnyCase) {
                hidden.set(start, end);
            }
            if (isWhole) {
                whole.set(start, end);
            }
        }
    }

    /** Looks at the contract's own words, which are long, only for a piece that was met, and once. */
    private boolean isOfASecret(String piece) {
        return pieces.contains(piece) && met.computeIfAbsent(piece, it -> !ownWords.contains(it));
    }

    private boolean isOfASecretInAnyCase(String lower) {
        return piecesOfAnyCase.contains(lower)
                && metInAnyCase.computeIfAbsent(
                        lower, it -> !ownWords.toLowerCase(Locale.ROOT).contains(it));
    }

    /** The hash of the piece that ends here, made in two steps from that of the one before. */
    private static int hashUpTo(int end, String text, int hashBefore) {
        int hash = hashBefore * HASH_BASE + withoutCase(text.charAt(end - 1));
        int before = end - PIECE_LENGTH - 1;
        return before < 0 ? hash : hash - withoutCase(text.charAt(before)) * HASH_OF_THE_ONE_BEFORE;
    }

    /** Letters of either case give the same; some others do, too, which a hash may. */
    private static int withoutCase(char character) {
        return character & ~' ';
    }

    private static int slot(int hash) {
        return hash >>> Short.SIZE;
    }

    private static boolean standsAlone(String text, int start, int end) {
        return (start == 0 || !Character.isLetterOrDigit(text.charAt(start - 1)))
                && (end == text.length() || !Character.isLetterOrDigit(text.charAt(end)));
    }
}
