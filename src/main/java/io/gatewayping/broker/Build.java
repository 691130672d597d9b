package io.gatewayping.broker;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a broker is told of the application that a pact or a result belongs to.
 *
 * @param version of the application
 * @param branch that the version was built from
 * @param url where the build can be seen, or null
 * @param tags of the version, for brokers that know no branches and environments
 */
public record Build(String version, String branch, @Nullable String url, List<String> tags) {}
