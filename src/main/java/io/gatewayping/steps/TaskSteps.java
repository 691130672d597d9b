package io.gatewayping.steps;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import io.gatewayping.exchange.Credential;
import io.gatewayping.gate.ScenarioRun;
import io.gatewayping.gate.WhichTask;
import java.util.Map;

/** The words of the features. What a task is called, the contract says. */
public final class TaskSteps {

    private final ScenarioRun scenario;

    /** The steps of one scenario. */
    public TaskSteps(ScenarioRun scenario) {
        this.scenario = scenario;
    }

    /** Brings a fresh task into a provider state. */
    @Given("^the provider state: (.+)$")
    public void arrange(String state) {
        scenario.arrange(state);
    }

    /** Reads a task once. */
    @When("the client reads {task}")
    public void read(WhichTask which) {
        scenario.read(which, Credential.VALID_TOKEN);
    }

    /** Reads a task a few times. */
    @When("the client reads {task} {int} times")
    public void read(WhichTask which, int times) {
        for (int time = 0; time < times; time++) {
            scenario.read(which, Credential.VALID_TOKEN);
        }
    }

    /** Reads a task until it has ended. */
    @When("the client polls {task} to its end and {int} times more")
    public void pollToItsEnd(WhichTask which, int more) {
        scenario.pollToItsEnd(which, more);
    }

    /** Reads a task in a way in which nobody proves who reads. */
    @When("the client reads {task} with {credential}")
    public void readWith(WhichTask which, Credential credential) {
        scenario.read(which, credential);
    }

    /** Starts a task with a member of its body as it cannot be. */
    @When("^the client starts .+ with a (\\w+) of (\\d+)$")
    public void start(String member, int value) {
        scenario.start(Map.of(member, value));
    }

    /** Says in words what clauses say by their ids. */
    @Then("^.+ \\[(.+)]$")
    public void claim(String clauses) {
        scenario.claim(clauses);
    }
}
