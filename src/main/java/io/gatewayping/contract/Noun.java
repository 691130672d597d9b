package io.gatewayping.contract;

import java.util.Locale;

/**
 * What the contract calls something, for sentences.
 *
 * @param word in the singular
 */
public record Noun(String word) {

    /** One of them, with its article. */
    public String one() {
        return ("aeiou".indexOf(word.toLowerCase(Locale.ROOT).charAt(0)) < 0 ? "a " : "an ") + word;
    }

    /** Several of them. */
    public String several() {
        if (word.matches("(?i).*([^aeiou]y)")) {
            return word.substring(0, word.length() - 1) + "ies";
        }
        return word + (word.matches("(?i).*(s|x|z|ch|sh)") ? "es" : "s");
    }

    @Override
    public String toString() {
        return word;
    }
}
