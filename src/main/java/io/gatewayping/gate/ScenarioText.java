package io.gatewayping.gate;

import io.cucumber.core.gherkin.Feature;
import io.cucumber.core.gherkin.Pickle;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a scenario says, in its own words.
 *
 * @param feature the name of its feature
 * @param keyword what it calls itself, as {@code Scenario}
 * @param tags with their at signs, those of its feature among them
 * @param steps each with its keyword, and with the values of its row
 */
public record ScenarioText(String feature, String keyword, List<String> tags, List<Step> steps) {

    static final ScenarioText NONE = new ScenarioText("", "Scenario", List.of(), List.of());

    /**
     * One line of it.
     *
     * @param keyword as {@code Given}
     * @param text what follows
     */
    public record Step(String keyword, String text) {}

    /** All scenarios of these features, by their location, in order. */
    static Map<String, ScenarioText> of(Collection<Feature> features) {
        Map<String, ScenarioText> texts = new LinkedHashMap<>();
        for (Feature feature : features) {
            String name = feature.getName().orElse("");
            feature.getPickles()
                    .forEach(pickle -> texts.put(
                            pickle.getUri() + ":" + pickle.getLocation().getLine(), of(name, pickle)));
        }
        return texts;
    }

    private static ScenarioText of(String feature, Pickle pickle) {
        return new ScenarioText(
                feature,
                pickle.getKeyword(),
                pickle.getTags(),
                pickle.getSteps().stream()
                        .map(step -> new Step(step.getKeyword().strip(), step.getText()))
                        .toList());
    }
}
