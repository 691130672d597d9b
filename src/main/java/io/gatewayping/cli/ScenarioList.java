package io.gatewayping.cli;

import io.cucumber.core.exception.CucumberException;
import io.cucumber.core.gherkin.FeatureParserException;
import io.cucumber.tagexpressions.TagExpressionException;
import io.gatewayping.gate.Features;
import io.gatewayping.gate.Gate;
import io.gatewayping.gate.InvalidFeature;
import io.gatewayping.gate.ScenarioText;
import io.gatewayping.gate.Verdict;
import java.io.PrintWriter;
import java.util.Map;

/** Which scenarios would be run, one in a line: where it stands, its name, its tags. */
final class ScenarioList {

    private final Gate gate;
    private final PrintWriter out;
    private final PrintWriter err;

    ScenarioList(Gate gate, PrintWriter out, PrintWriter err) {
        this.gate = gate;
        this.out = out;
        this.err = err;
    }

    /**
     * Prints it.
     *
     * @param whyNone is told where there is none
     * @return what the process exits with
     */
    int print(Features selected, String whyNone) {
        try {
            gate.check(selected);
            gate.misspeltTags(selected).forEach(slip -> err.println("gate: " + slip));
            Map<String, ScenarioText> texts = gate.texts(selected);
            texts.forEach((location, text) ->
                    out.println(location + "  " + text.name() + "  " + String.join(" ", text.tags())));
            out.flush();
            if (texts.isEmpty()) {
                err.println("gate: no scenario would be run: " + whyNone);
                return Verdict.INCONCLUSIVE.exitCode();
            }
            return 0;
        } catch (InvalidFeature e) {
            throw new UsageError(String.valueOf(e.getMessage()));
        } catch (FeatureParserException | TagExpressionException | CucumberException e) {
            throw FeatureFault.of(e);
        }
    }
}
