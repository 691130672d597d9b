package io.gatewayping.steps;

import io.cucumber.java.After;
import io.cucumber.java.Before;
import io.cucumber.java.Scenario;
import io.cucumber.java.Status;
import io.gatewayping.gate.ScenarioName;
import io.gatewayping.gate.ScenarioRun;

/** What happens around every scenario: it gets its name, and all of it is judged by the whole contract. */
public final class Hooks {

    private final ScenarioRun scenario;

    /** The hooks of one scenario. */
    public Hooks(ScenarioRun scenario) {
        this.scenario = scenario;
    }

    /** Before the first step. */
    @Before
    public void begin(Scenario cucumber) {
        String path = cucumber.getUri().getSchemeSpecificPart();
        scenario.begin(new ScenarioName(
                path.substring(path.lastIndexOf('/') + 1),
                cucumber.getUri() + ":" + cucumber.getLine(),
                cucumber.getName(),
                cucumber.getSourceTagNames()));
    }

    /** After the last step, whatever became of it. */
    @After
    public void end(Scenario cucumber) {
        scenario.end(cucumber.getStatus() == Status.PASSED);
    }
}
