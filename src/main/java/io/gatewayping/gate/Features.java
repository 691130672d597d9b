package io.gatewayping.gate;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which scenarios are run, and how.
 *
 * @param locations folders, feature files or {@code file:line} of scenarios, as Cucumber takes them
 * @param tags a Cucumber tag expression, or null for all of them
 * @param name what stands in their names, in any case, or null for all of them
 * @param required a tag expression: of these, the run is inconclusive when one was not exercised; or null
 * @param live whether those are among them that only a caller without a state-change URL can bring about
 * @param threads how many scenarios run at the same time
 */
public record Features(
        Collection<String> locations,
        @Nullable String tags,
        @Nullable String name,
        @Nullable String required,
        boolean live,
        int threads) {

    /** The tag of scenarios that only a caller without a state-change URL can bring about. */
    public static final String LIVE_ONLY = "@live";

    /** How many scenarios a gate runs at the same time. */
    public static final int THREADS = 4;

    /** The features that this program was built with, where nobody else's are found with them. */
    public static final String BUILT_IN = "classpath:io/gatewayping/features";

    /** Those that a state-change URL brings about, with any name; none is required. */
    public Features(Collection<String> locations, @Nullable String tags, int threads) {
        this(locations, tags, null, null, false, threads);
    }

    /** The tag expressions that were given. */
    List<String> expressions() {
        return Stream.of(Optional.ofNullable(tags), Optional.ofNullable(required))
                .flatMap(Optional::stream)
                .toList();
    }

    /** All at a location, whoever can bring them about. */
    public static Features all(String location) {
        return new Features(List.of(location), null, null, null, true, 1);
    }
}
