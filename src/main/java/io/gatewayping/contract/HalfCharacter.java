package io.gatewayping.contract;

/** A surrogate without the other one: JSON and YAML can escape it, and each reader makes something else of it. */
final class HalfCharacter {

    static final String WORDS = "half a character (an unpaired surrogate)";

    private HalfCharacter() {}

    static boolean isIn(String text) {
        return text.codePoints().anyMatch(c -> Character.getType(c) == Character.SURROGATE);
    }
}
