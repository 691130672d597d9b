package io.gatewayping.contract;

import org.jspecify.annotations.Nullable;

/**
 * What a rule says of what it is judged on.
 *
 * @param answer that it gives
 * @param why it gives none, or null
 */
public record Ruling(Answer answer, @Nullable String why) {

    /** What a rule can say. */
    public enum Answer {
        /** It does not apply. */
        SILENT,
        /** It applies and holds. */
        HOLDS,
        /** It applies and does not hold. */
        BROKEN,
        /** Nothing, as when it asks about a member that is not there. */
        NONE
    }

    static Ruling of(Answer answer) {
        return new Ruling(answer, null);
    }

    static Ruling none(@Nullable String why) {
        return new Ruling(Answer.NONE, String.valueOf(why));
    }

    /** Whether it applies and does not hold. */
    public boolean isBroken() {
        return answer == Answer.BROKEN;
    }
}
