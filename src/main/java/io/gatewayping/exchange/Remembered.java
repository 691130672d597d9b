package io.gatewayping.exchange;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/**
 * What was made of texts: what is sent once is mostly sent again. When it is too much, all of it is forgotten.
 *
 * @param <K> a text, and what else it depends on
 * @param <T> what was made
 */
public final class Remembered<K, T> {

    /** In characters: one answer as long as is read, or some hundred of the usual length. */
    private static final int MOST = 1 << 19;

    /** What the shortest text takes. */
    private static final int LEAST_OF_A_TEXT = 100;

    private final ToIntFunction<K> length;
    private final Map<K, T> made = new ConcurrentHashMap<>();
    private final AtomicInteger total = new AtomicInteger();

    /**
     * Nothing yet.
     *
     * @param length of a text, in characters
     */
    public Remembered(ToIntFunction<K> length) {
        this.length = length;
    }

    /** What was made of a text, or is made of it now. */
    public T of(K text, Function<K, T> making) {
        T known = made.get(text);
        if (known != null) {
            return known;
        }
        T result = making.apply(text);
        int more = LEAST_OF_A_TEXT + length.applyAsInt(text);
        if (total.addAndGet(more) > MOST) {
            made.clear();
            total.set(more);
        }
        made.put(text, result);
        return result;
    }
}
