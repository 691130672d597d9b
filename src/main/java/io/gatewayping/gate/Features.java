package io.gatewayping.gate;

import org.jspecify.annotations.Nullable;

/**
 * Which scenarios are run.
 *
 * @param directory a folder of feature files, or {@code classpath:features} for the built-in ones
 * @param tags a Cucumber tag expression, or null for all of them
 */
public record Features(String directory, @Nullable String tags) {

    /** The features that this program was built with. */
    public static final String BUILT_IN = "classpath:features";
}
