package io.gatewayping.steps;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import io.gatewayping.exchange.Credential;
import io.gatewayping.gate.ScenarioRun;

/** The words of the features. */
public final class PingTestSteps {

    private final ScenarioRun scenario;

    /** The steps of one scenario. */
    public PingTestSteps(ScenarioRun scenario) {
        this.scenario = scenario;
    }

    /** Brings a fresh ping test into a provider state. */
    @Given("^the provider state: (.+)$")
    public void arrange(String state) {
        scenario.arrange(state);
    }

    /** Reads the ping test once. */
    @When("the client reads the ping test")
    public void read() {
        scenario.read(scenario.key(), Credential.VALID_TOKEN);
    }

    /** Reads the ping test a few times. */
    @When("the client reads the ping test {int} times")
    public void read(int times) {
        for (int time = 0; time < times; time++) {
            scenario.read(scenario.key(), Credential.VALID_TOKEN);
        }
    }

    /** Reads the ping test until it has ended. */
    @When("the client polls the ping test to its end and {int} times more")
    public void pollToItsEnd(int more) {
        scenario.pollToItsEnd(more);
    }

    /** Reads the ping test in a way in which nobody proves who reads. */
    @When("^the client reads the ping test with (.+)$")
    public void readWith(String credential) {
        scenario.read(scenario.key(), Credential.named(credential));
    }

    /** Reads a key that nobody arranged in a way in which nobody proves who reads. */
    @When("^the client reads an unknown ping test with (.+)$")
    public void readUnknownWith(String credential) {
        scenario.read(scenario.unknown(), Credential.named(credential));
    }

    /** Reads a key that nobody arranged. */
    @When("the client reads an unknown ping test")
    public void readUnknown() {
        scenario.read(scenario.unknown(), Credential.VALID_TOKEN);
    }

    /** Reads the task under the gateway that it belongs to. */
    @When("the client reads the ping test under its own gateway")
    public void readUnderItsOwnGateway() {
        scenario.read(scenario.otherGateway(), Credential.VALID_TOKEN);
    }

    /** Reads a task id that is the ping test's but for one character. */
    @When("the client reads a task id that differs in one character")
    public void readTaskIdThatDiffers() {
        String taskId = scenario.key().taskId();
        String other = (taskId.charAt(0) == 'a' ? 'b' : 'a') + taskId.substring(1);
        scenario.read(scenario.key().withTaskId(other), Credential.VALID_TOKEN);
    }

    /** Reads a task id that is the ping test's but for its last characters. */
    @When("the client reads a task id that is cut short")
    public void readTaskIdCutShort() {
        String taskId = scenario.key().taskId();
        scenario.read(scenario.key().withTaskId(taskId.substring(0, taskId.length() - 4)), Credential.VALID_TOKEN);
    }

    /** Says in words what clauses say by their ids. */
    @Then("^.+ \\[(.+)]$")
    public void claim(String clauses) {
        scenario.claim(clauses);
    }
}
