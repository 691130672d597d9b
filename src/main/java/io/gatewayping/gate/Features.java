package io.gatewayping.gate;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * Which scenarios are run, and how.
 *
 * @param locations folders, feature files or {@code file:line} of scenarios, as Cucumber takes them
 * @param tags a Cucumber tag expression, or null for all of them
 * @param name what stands in their names, in any case, or null for all of them
 * @param threads how many scenarios run at the same time
 */
public record Features(Collection<String> locations, @Nullable String tags, @Nullable String name, int threads) {

    /** How many scenarios a gate runs at the same time. */
    public static final int THREADS = 4;

    /** The features that this program was built with, where nobody else's are found with them. */
    public static final String BUILT_IN = "classpath:io/gatewayping/features";

    /** Those with any name. */
    public Features(Collection<String> locations, @Nullable String tags, int threads) {
        this(locations, tags, null, threads);
    }
}
