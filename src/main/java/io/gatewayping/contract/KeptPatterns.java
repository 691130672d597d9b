package io.gatewayping.contract;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import dev.cel.runtime.CelFunctionBinding;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * CEL's functions on patterns, with each pattern compiled once: CEL itself compiles it each time, which takes longer than to
 * match it.
 */
final class KeptPatterns {

    /** A rule may make patterns of what it is given; those of a contract are fewer. */
    private static final int MOST = 1_000;

    private static final Map<String, Pattern> KEPT = new ConcurrentHashMap<>();

    private KeptPatterns() {}

    /** {@code matches}, {@code regex.extract} and {@code regex.extractAll} as CEL has them. */
    static List<CelFunctionBinding> functions() {
        return List.of(
                CelFunctionBinding.from("matches", String.class, String.class, KeptPatterns::matches),
                CelFunctionBinding.from("matches_string", String.class, String.class, KeptPatterns::matches),
                CelFunctionBinding.from(
                        "regex_extract_string_string", String.class, String.class, KeptPatterns::extract),
                CelFunctionBinding.from(
                        "regex_extractAll_string_string", String.class, String.class, KeptPatterns::extractAll));
    }

    private static boolean matches(String text, String pattern) {
        return compiled(pattern).matcher(text).find();
    }

    private static Optional<String> extract(String text, String pattern) {
        Matcher matcher = extracting(text, pattern);
        return matcher.find() ? Optional.ofNullable(matcher.group(matcher.groupCount())) : Optional.empty();
    }

    private static List<String> extractAll(String text, String pattern) {
        Matcher matcher = extracting(text, pattern);
        List<String> all = new ArrayList<>();
        while (matcher.find()) {
            String extracted = matcher.group(matcher.groupCount());
            if (extracted != null) {
                all.add(extracted);
            }
        }
        return all;
    }

    private static Matcher extracting(String text, String pattern) {
        Matcher matcher = compiled(pattern).matcher(text);
        if (matcher.groupCount() > 1) {
            throw new IllegalArgumentException("a pattern with more than one group: " + pattern);
        }
        return matcher;
    }

    private static Pattern compiled(String pattern) {
        if (KEPT.size() > MOST) {
            KEPT.clear();
        }
        return KEPT.computeIfAbsent(pattern, Pattern::compile);
    }
}
