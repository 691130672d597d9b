package io.gatewayping.exchange;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** What was made of texts: what is sent once is mostly sent again. When it is too much, all of it is forgotten. */
final class Remembered<T> {

    /** In characters: one answer as long as is read, or some hundred of the usual length. */
    private static final int MOST = 1 << 19;

    /** What the shortest text takes. */
    private static final int LEAST_OF_A_TEXT = 100;

    private final Function<String, T> making;
    private final Map<String, T> made = new ConcurrentHashMap<>();
    private final AtomicInteger length = new AtomicInteger();

    Remembered(Function<String, T> making) {
        this.making = making;
    }

    T of(String text) {
        T known = made.get(text);
        if (known != null) {
            return known;
        }
        T result = making.apply(text);
        int more = LEAST_OF_A_TEXT + text.length();
        if (length.addAndGet(more) > MOST) {
            made.clear();
            length.set(more);
        }
        made.put(text, result);
        return result;
    }
}
