package io.gatewayping.gate;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** What somebody may have meant by a word that is not known. */
public final class Meant {

    private static final int SLIPS_OF_THE_PEN = 2;
    private static final int CHARACTERS_FOR_A_SLIP = 5;
    private static final int TELLING_LENGTH = 4;

    private Meant() {}

    /** In words, behind what is wrong; empty where nothing is like it. */
    public static String words(String word, Collection<String> known) {
        return nearest(word, known).map(near -> "; did you mean " + near + "?").orElse("");
    }

    /** The one that differs by a few slips, more of them in a long word; else the shortest that contains the word. */
    public static Optional<String> nearest(String word, Collection<String> known) {
        int slips = Math.max(SLIPS_OF_THE_PEN, word.length() / CHARACTERS_FOR_A_SLIP);
        return known.stream()
                .filter(it -> isLike(it, word, slips))
                .min(Comparator.comparingInt(it -> edits(it, word)))
                .or(() -> known.stream()
                        .filter(it -> word.length() >= TELLING_LENGTH && it.contains(word))
                        .min(Comparator.comparingInt(String::length)));
    }

    /** Whether two words differ by no more slips, in any case. */
    static boolean isLike(String left, String right, int slips) {
        return Math.abs(left.length() - right.length()) <= slips
                && edits(left.toLowerCase(Locale.ROOT), right.toLowerCase(Locale.ROOT)) <= slips;
    }

    /** How many characters are to be put in, left out, replaced, or swapped with the next, to make one of the other. */
    private static int edits(String left, String right) {
        int[][] edits = new int[left.length() + 1][right.length() + 1];
        for (int i = 0; i <= left.length(); i++) {
            for (int j = 0; j <= right.length(); j++) {
                if (i == 0 || j == 0) {
                    edits[i][j] = i + j;
                    continue;
                }
                int other = left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1;
                edits[i][j] = Math.min(Math.min(edits[i - 1][j], edits[i][j - 1]) + 1, edits[i - 1][j - 1] + other);
                boolean swapped = i > 1
                        && j > 1
                        && left.charAt(i - 1) == right.charAt(j - 2)
                        && left.charAt(i - 2) == right.charAt(j - 1);
                if (swapped) {
                    edits[i][j] = Math.min(edits[i][j], edits[i - 2][j - 2] + 1);
                }
            }
        }
        return edits[left.length()][right.length()];
    }
}
