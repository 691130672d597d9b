package io.gatewayping.gate;

import io.cucumber.core.gherkin.Feature;
import io.cucumber.core.gherkin.Pickle;
import io.cucumber.core.gherkin.Step;
import io.cucumber.cucumberexpressions.Expression;
import io.cucumber.plugin.event.Node;
import io.gatewayping.contract.Clause;
import io.gatewayping.contract.Contract;
import io.gatewayping.contract.ServedState;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Holds a feature to what it must be before anything is sent: each scenario is one, has steps that are known, and speaks of
 * states and clauses that the contract has. Gherkin takes a misspelt keyword for a description, so that its scenario vanishes.
 */
final class FeatureCheck {

    private static final Pattern STATE = Pattern.compile("provider state: (.+)$");
    private static final Pattern CLAIM = Pattern.compile("\\[(.+)]$");

    /** What a run would not come to an end with, if it is a number at all. */
    private static final Pattern TOO_MANY = Pattern.compile("\\b[1-9]\\d{3,} (?:clients|times)\\b");

    private static final Pattern KEYWORD = Pattern.compile("([A-Za-z]+(?: [A-Za-z]+)?)\\s*:.*");
    private static final Pattern OUTLINE = Pattern.compile("Scenario (Outline|Template)");
    private static final Pattern STEP = Pattern.compile("(?:Given|When|Then|And|But|\\*) .*");
    private static final Pattern WITHOUT_A_COLON = Pattern.compile("Scenario(?: Outline)? [^:]*");
    private static final List<String> KEYWORDS = List.of(
            "Feature",
            "Rule",
            "Background",
            "Scenario",
            "Scenario Outline",
            "Scenario Template",
            "Examples",
            "Scenarios");
    private static final List<String> FIRST_STEPS = List.of("Given", "When");
    private static final int SLIPS_OF_THE_PEN = 2;

    private final Contract contract;
    private final List<Pattern> steps;

    /** Steps that were held to all this: most stand in many scenarios. */
    private final Map<String, Optional<String>> known = new HashMap<>();

    FeatureCheck(Contract contract, List<Expression> steps) {
        this.contract = contract;
        this.steps = steps.stream().map(Expression::getRegexp).toList();
    }

    void check(Feature feature) throws InvalidFeature {
        String path = feature.getUri().getSchemeSpecificPart();
        String file = path.substring(path.lastIndexOf('/') + 1);
        checkKeywords(file, feature.getSource());
        checkOutlines(file, feature);
        for (Pickle pickle : feature.getPickles()) {
            if (pickle.getSteps().isEmpty()) {
                throw new InvalidFeature(
                        file, pickle.getLocation().getLine(), "the scenario '" + pickle.getName() + "' has no steps");
            }
            for (Step step : pickle.getSteps()) {
                Optional<String> problem = known.computeIfAbsent(step.getText(), this::problem);
                if (problem.isPresent()) {
                    throw new InvalidFeature(file, step.getLine(), problem.get());
                }
            }
        }
    }

    private Optional<String> problem(String step) {
        if (steps.stream().noneMatch(it -> it.matcher(step).matches())) {
            return Optional.of("no such step: " + step);
        }
        Matcher claim = CLAIM.matcher(step);
        if (TOO_MANY.matcher(step).find() && !claim.find()) {
            return Optional.of("no more than 999 clients or times: " + step);
        }
        Matcher state = STATE.matcher(step);
        if (state.find() && contract.state(state.group(1)).isEmpty()) {
            return Optional.of("the contract has no provider state '" + state.group(1) + "'"
                    + Meant.words(
                            state.group(1),
                            contract.states().stream().map(ServedState::name).toList()));
        }
        return claim.reset().find()
                ? Stream.of(claim.group(1).split(",\\s*", -1))
                        .filter(pattern -> contract.clausesLike(pattern).isEmpty())
                        .map(pattern -> "the contract has no clause " + pattern + "; ./gate clauses lists them"
                                + Meant.words(
                                        pattern,
                                        contract.clauses().stream()
                                                .map(Clause::id)
                                                .toList()))
                        .findFirst()
                : Optional.empty();
    }

    private static void checkOutlines(String file, Node.Container<?> container) throws InvalidFeature {
        for (Node child : container.elements()) {
            if (isOutlineWithoutRows(child)) {
                throw new InvalidFeature(
                        file,
                        child.getLocation().getLine(),
                        "the outline '" + child.getName().orElse("") + "' has no rows of examples");
            }
            if (child instanceof Node.Container<?> inner && !(child instanceof Node.ScenarioOutline)) {
                checkOutlines(file, inner);
            }
        }
    }

    /** Without examples at all, Gherkin takes it for a scenario. */
    private static boolean isOutlineWithoutRows(Node node) {
        if (node instanceof Node.ScenarioOutline outline) {
            return outline.elements().isEmpty()
                    || outline.elements().stream()
                            .anyMatch(examples -> examples.elements().isEmpty());
        }
        return node instanceof Node.Scenario
                && node.getKeyword().filter(it -> OUTLINE.matcher(it).matches()).isPresent();
    }

    private static void checkKeywords(String file, String source) throws InvalidFeature {
        boolean quoted = false;
        boolean describing = true;
        int number = 0;
        for (String line : source.lines().map(String::strip).toList()) {
            number++;
            if (line.startsWith("\"\"\"") || line.startsWith("```")) {
                quoted = !quoted;
            }
            if (quoted || line.isEmpty() || line.startsWith("#") || line.startsWith("@") || line.startsWith("|")) {
                continue;
            }
            boolean isStep = STEP.matcher(line).matches();
            Matcher keyword = KEYWORD.matcher(line);
            if (!isStep && keyword.matches() && !KEYWORDS.contains(keyword.group(1))) {
                refuseIfLike(file, number, keyword.group(1), KEYWORDS, SLIPS_OF_THE_PEN, line);
            }
            if (WITHOUT_A_COLON.matcher(line).matches()) {
                throw new InvalidFeature(file, number, "a colon is missing after the keyword: " + line);
            }
            describing = !isStep && (describing || keyword.matches());
            if (describing && !keyword.matches()) {
                refuseIfLike(file, number, line.split(" ", 2)[0], FIRST_STEPS, 1, line);
            }
        }
    }

    private static void refuseIfLike(
            String file, int number, String word, List<String> known, int distance, String line) throws InvalidFeature {
        Optional<String> meant =
                known.stream().filter(it -> Meant.isLike(it, word, distance)).findFirst();
        if (meant.isPresent()) {
            throw new InvalidFeature(file, number, "no keyword of Gherkin; " + meant.get() + " is one: " + line);
        }
    }
}
