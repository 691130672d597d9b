package io.gatewayping.contract;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import dev.cel.runtime.CelFunctionBinding;
import io.gatewayping.pattern.LinearPattern;
import io.gatewayping.pattern.RulePattern;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * CEL's functions on patterns, with each pattern compiled once: CEL itself compiles it each time, which takes longer than to
 * match it. What they extract of a text is kept too: several answers hold the same, and several rules look into each.
 */
final class KeptPatterns {

    /** A rule may make patterns of what it is given; those of a contract are fewer. */
    private static final int MOST = 1_000;

    private final Map<String, Pattern> kept = new ConcurrentHashMap<>();

    /** Some hundred texts of a few kB are what a run may hold on to. */
    private static final int MOST_EXTRACTED = 200;

    private static final int LONGEST_EXTRACTED = 4_000;

    private final Map<Asked, List<String>> extracted = new ConcurrentHashMap<>();

    /** Of longer texts, what the last one gave: the rules of a contract look into it in a row, and it mostly comes again. */
    private final Map<String, Extracted> extractedLast = new ConcurrentHashMap<>();

    private static final int MOST_EXTRACTED_LAST = 20;

    private record Asked(String text, String pattern) {}

    private record Extracted(String text, List<String> all) {}

    /** {@code matches}, {@code regex.extract} and {@code regex.extractAll} as CEL has them. */
    @SuppressWarnings("Immutable") // What is kept changes nothing but how long it takes.
    List<CelFunctionBinding> functions() {
        return List.of(
                CelFunctionBinding.from("matches", String.class, String.class, this::matches),
                CelFunctionBinding.from("matches_string", String.class, String.class, this::matches),
                CelFunctionBinding.from("regex_extract_string_string", String.class, String.class, this::extract),
                CelFunctionBinding.from(
                        "regex_extractAll_string_string", String.class, String.class, this::extractAll));
    }

    private boolean matches(String text, String pattern) {
        return LinearPattern.matcher(compiled(pattern), text).find();
    }

    private Optional<String> extract(String text, String pattern) {
        Matcher matcher = extracting(text, pattern);
        return matcher.find() ? Optional.ofNullable(matcher.group(matcher.groupCount())) : Optional.empty();
    }

    List<String> extractAll(String text, String pattern) {
        if (text.length() > LONGEST_EXTRACTED) {
            return extractedOfTheLast(text, pattern);
        }
        if (extracted.size() > MOST_EXTRACTED) {
            extracted.clear();
        }
        return extracted.computeIfAbsent(
                new Asked(text, pattern), asked -> extractedAll(asked.text(), asked.pattern()));
    }

    private List<String> extractedOfTheLast(String text, String pattern) {
        Extracted last = extractedLast.get(pattern);
        if (last == null || !last.text().equals(text)) {
            last = new Extracted(text, extractedAll(text, pattern));
            if (extractedLast.size() > MOST_EXTRACTED_LAST) {
                extractedLast.clear();
            }
            extractedLast.put(pattern, last);
        }
        return last.all();
    }

    private List<String> extractedAll(String text, String pattern) {
        Matcher matcher = extracting(text, pattern);
        List<String> all = new ArrayList<>();
        while (matcher.find()) {
            String extracted = matcher.group(matcher.groupCount());
            if (extracted != null) {
                all.add(extracted);
            }
        }
        return Collections.unmodifiableList(all);
    }

    private Matcher extracting(String text, String pattern) {
        Matcher matcher = LinearPattern.matcher(compiled(pattern), text);
        if (matcher.groupCount() > 1) {
            throw new IllegalArgumentException("a pattern with more than one group: " + pattern);
        }
        return matcher;
    }

    private Pattern compiled(String pattern) {
        if (kept.size() > MOST) {
            kept.clear();
        }
        return kept.computeIfAbsent(pattern, RulePattern::compiled);
    }
}
