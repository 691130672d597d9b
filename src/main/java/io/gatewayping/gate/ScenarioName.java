package io.gatewayping.gate;

import java.util.Collection;
import java.util.List;

/**
 * How a scenario is named.
 *
 * @param feature the file that it stands in
 * @param location where it stands, as Cucumber takes it: {@code uri:line}
 * @param words its name
 * @param tags its tags, those of its feature among them; one like {@code @access-03} is its own and stays
 */
public record ScenarioName(String feature, String location, String words, Collection<String> tags) {

    private static final String OWN = "@[a-z]+-\\d+";

    /** Takes the tags as they are. */
    public ScenarioName {
        tags = List.copyOf(tags);
    }

    /** The tag that is its own, empty when it has none. */
    public String tag() {
        return tags.stream().filter(tag -> tag.matches(OWN)).findFirst().orElse("");
    }
}
