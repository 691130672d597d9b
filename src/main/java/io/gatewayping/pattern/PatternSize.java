package io.gatewayping.pattern;

import io.gatewayping.pattern.PatternPart.Border;
import java.util.List;

/**
 * How many parts a pattern has when its repeats are written out, as they are when it is compiled; no text that is drawn by it
 * has more characters than that.
 *
 * @param withoutEnd how often is repeated what has no bound
 */
record PatternSize(long withoutEnd) implements PatternPart.Reading<Long> {

    /** Matching takes this many steps for each character at most. */
    static final int MOST = 10_000;

    /** No more is counted, whatever else comes. */
    private static final long ENDLESS = 1L << 40;

    /** Why a pattern is too large to be compiled, or an empty text. */
    static String problem(long size) {
        return size > MOST ? "more than " + MOST + " parts with its repeats written out" : "";
    }

    @Override
    public Long characters(CharacterSet set) {
        return 1L;
    }

    @Override
    public Long border(Border border) {
        return 1L;
    }

    @Override
    public Long sequence(List<Long> parts) {
        return parts.stream().reduce(0L, PatternSize::sum);
    }

    @Override
    public Long alternatives(List<Long> parts) {
        return sum(sequence(parts), parts.size() - 1);
    }

    @Override
    public Long group(Long inside) {
        return sum(inside, 2);
    }

    @Override
    public Long repeat(Long part, long least, long most) {
        long withoutBound = least <= 1 ? withoutEnd : sum(least, withoutEnd);
        return repeated(part, most == PatternPart.ENDLESS ? withoutBound : most);
    }

    /** Of each part that may be absent, it is decided whether it is there. */
    static long repeated(long part, long times) {
        return Math.min(ENDLESS, sum(part, 1) * Math.max(1, Math.min(times, 1 << 20)));
    }

    static long sum(long left, long right) {
        return Math.min(ENDLESS, left + right);
    }
}
