package io.gatewayping.gate;

import io.cucumber.core.gherkin.Feature;
import java.util.List;
import java.util.Map;

/**
 * A feature as it was read.
 *
 * @param texts what each of its scenarios says, by its location
 */
record ReadFeature(Feature feature, Map<String, ScenarioText> texts) {

    static List<ReadFeature> of(List<Feature> features) {
        return features.stream()
                .map(feature -> new ReadFeature(feature, ScenarioText.of(feature)))
                .toList();
    }
}
