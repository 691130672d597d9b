package io.gatewayping.pattern;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Patterns of one list of the contract: a text is told by any of them. */
public final class Patterns {

    private static final int MOST_REMEMBERED = 64;

    /** In characters; what is longer, each pattern remembers by itself while it comes again. */
    private static final int LONGEST_REMEMBERED = 16 << 10;

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

    /** Those of one list. */
    public Patterns(List<LinearPattern> patterns) {
        this.patterns = patterns;
    }

    /**
     * Whether one of them finds something in a text.
     *
     * @throws NotMatched when that would take too long to tell
     */
    public boolean tell(String text) {
        return text.length() > LONGEST_REMEMBERED ? find(text) : told.computeIfAbsent(text, this::find);
    }

    private boolean find(String text) {
        return patterns.stream().anyMatch(pattern -> pattern.matches(text));
    }
}
