package io.gatewayping.contract;

import io.gatewayping.exchange.Excerpt;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Patterns of one list of the contract: a text is told by any of them, or its beginning, when it is longer than any message. */
final class Patterns {

    private static final int LONGEST = 16 << 10;
    private static final int MOST_REMEMBERED = 64;

    private final List<LinearPattern> patterns;

    /** What was asked about lately: the same few messages are read again and again. */
    private final Map<String, Boolean> told =
            Collections.synchronizedMap(new LinkedHashMap<>(MOST_REMEMBERED, 1, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
                    return size() > MOST_REMEMBERED;
                }
            });

    Patterns(List<LinearPattern> patterns) {
        this.patterns = patterns;
    }

    boolean tell(String text) {
        String beginning = Excerpt.beginning(text, LONGEST);
        Boolean known = told.get(beginning);
        if (known != null) {
            return known;
        }
        boolean tells = patterns.stream().anyMatch(pattern -> pattern.matches(beginning));
        told.put(beginning, tells);
        return tells;
    }
}
