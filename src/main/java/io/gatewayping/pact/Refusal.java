package io.gatewayping.pact;

/**
 * What Pact says against an answer.
 *
 * @param place in the answer: {@code status}, {@code header Name} or {@code body} and a path, empty for all of it
 * @param words what is wrong, as Pact says it
 * @param byRule whether a matching rule says so, and not the example alone
 */
record Refusal(String place, String words, boolean byRule) {

    @Override
    public String toString() {
        return place.isEmpty() ? words : place + ": " + words;
    }
}
