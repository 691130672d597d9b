package io.gatewayping.gate;

import io.cucumber.core.gherkin.Feature;
import io.cucumber.core.gherkin.Pickle;
import io.cucumber.plugin.event.Node;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a scenario says, in its own words.
 *
 * @param feature the name of its feature
 * @param rule the rule that it stands under, empty when it stands under none
 * @param name its name, with the values of its row
 * @param tags with their at signs, those of its feature among them
 * @param steps in order
 */
public record ScenarioText(String feature, String rule, String name, List<String> tags, List<Step> steps) {

    static final ScenarioText NONE = new ScenarioText("", "", "", List.of(), List.of());

    private static final Pattern CLAIM = Pattern.compile("^(.+) \\[(.+)]$");

    /**
     * One line of it, with the values of its row.
     *
     * @param keyword as {@code Given}
     * @param text what follows, without the claims
     * @param claims ids of clauses, or patterns of some
     */
    public record Step(String keyword, String text, List<String> claims) {

        static Step of(String keyword, String text) {
            Matcher claim = CLAIM.matcher(text);
            return text.endsWith("]") && claim.matches()
                    ? new Step(keyword, claim.group(1), List.of(claim.group(2).split(",\\s*", -1)))
                    : new Step(keyword, text, List.of());
        }
    }

    /** All scenarios of a feature, by their location, in order. */
    static Map<String, ScenarioText> of(Feature feature) {
        Map<String, ScenarioText> texts = new LinkedHashMap<>();
        Map<Integer, String> rules = new HashMap<>();
        feature.elements().forEach(node -> noteRules(node, "", rules));
        for (Pickle pickle : feature.getPickles()) {
            int line = pickle.getLocation().getLine();
            texts.put(
                    pickle.getUri() + ":" + line,
                    new ScenarioText(
                            feature.getName().orElse(""),
                            rules.getOrDefault(line, ""),
                            pickle.getName(),
                            pickle.getTags(),
                            pickle.getSteps().stream()
                                    .map(step -> Step.of(step.getKeyword().strip(), step.getText()))
                                    .toList()));
        }
        return texts;
    }

    private static void noteRules(Node node, String rule, Map<Integer, String> rules) {
        rules.put(node.getLocation().getLine(), rule);
        if (node instanceof Node.Container<?> container) {
            String below = node instanceof Node.Rule ? node.getName().orElse("") : rule;
            container.elements().forEach(element -> noteRules(element, below, rules));
        }
    }
}
