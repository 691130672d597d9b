package io.gatewayping.steps;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import io.gatewayping.exchange.Credential;
import io.gatewayping.gate.Reading;
import io.gatewayping.gate.ScenarioRun;
import io.gatewayping.gate.WhichTask;
import java.util.Map;

/** The words of the features. What a task is called, the contract says. */
public final class TaskSteps {

    private final ScenarioRun scenario;
    private final Reading reading;

    /** The steps of one scenario. */
    public TaskSteps(ScenarioRun scenario) {
        this.scenario = scenario;
        this.reading = scenario.reading();
    }

    /** Brings a fresh task into a provider state. */
    @Given("^the provider state: (.+)$")
    public void arrange(String state) {
        scenario.arrange(state);
    }

    /** Takes a task that was kept, or brings a fresh one into the state. */
    @Given("^one that was kept from before, in the provider state: (.+)$")
    public void takeKept(String state) {
        scenario.takeKept(state);
    }

    /** Leaves the task for a later scenario. */
    @When("it is kept for later")
    public void keep() {
        scenario.keep();
    }

    /** Reads a task once. */
    @When("the client reads {task}")
    public void read(WhichTask which) {
        reading.read(which, Credential.VALID_TOKEN);
    }

    /** Reads a task a few times. */
    @When("the client reads {task} {int} times")
    public void read(WhichTask which, int times) {
        for (int time = 0; time < times; time++) {
            reading.read(which, Credential.VALID_TOKEN);
        }
    }

    /** Reads a task where it is not, by what else its path names. */
    @When("^the client reads .+ at another (\\S+)$")
    public void readAtAnother(String parameter) {
        reading.readAtAnother(parameter);
    }

    /** Reads a task on a connection that nothing was sent on before. */
    @When("the client reads {task} on another connection")
    public void readOnAnotherConnection(WhichTask which) {
        reading.readOnAnotherConnection(which);
    }

    /** Reads a task on a connection that has carried the valid token. */
    @When("the client reads {task} with {credential} on the same connection")
    public void readOnTheSameConnection(WhichTask which, Credential credential) {
        reading.readOnTheSameConnection(which, credential);
    }

    /** Reads a task that differs in one character, for each of them. */
    @When("the client reads {task}, each in turn")
    public void readWithEachCharacterChanged(WhichTask which) {
        reading.readWithEachCharacterChanged(which);
    }

    /** Reads a task after a while. */
    @When("the client reads {task} after a pause")
    public void readAfterAPause(WhichTask which) {
        reading.readAfterAPause(which);
    }

    /** Reads a task until it has ended. */
    @When("the client polls {task} to its end and {int} times more")
    public void pollToItsEnd(WhichTask which, int more) {
        reading.pollToItsEnd(which, more);
    }

    /** Several clients read one task at the same time. */
    @When("{int} clients read {task} at the same time, {int} times each")
    public void readAtOnce(int clients, WhichTask which, int times) {
        reading.readAtOnce(clients, which, times);
    }

    /** Several clients read several tasks at the same time. */
    @When("{int} clients read all of them at the same time")
    public void readAllAtOnce(int clients) {
        reading.readAllAtOnce(clients);
    }

    /** Reads a task in a way in which nobody proves who reads. */
    @When("the client reads {task} with {credential}")
    public void readWith(WhichTask which, Credential credential) {
        reading.read(which, credential);
    }

    /** Reads more tasks that nobody knows, until chance is ruled out. */
    @When("the client reads more unknown ones with {credential} while the answers seem to tell them apart")
    public void readMoreUnknown(Credential credential) {
        reading.readMoreUnknown(credential);
    }

    /** Starts a task with a member of its body as it cannot be. */
    @When("^the client starts .+ with a (\\w+) of (\\d+)$")
    public void start(String member, int value) {
        scenario.start(Map.of(member, value), Credential.VALID_TOKEN);
    }

    /** Starts a task in a way in which nobody proves who starts. */
    @When("^the client starts .+ with (no token|another token)$")
    public void startWith(String credential) {
        scenario.start(Map.of(), Credential.named(credential));
    }

    /** Reads a task in each such way. */
    @When("the client reads {task} with each wrong credential")
    public void readWithEachWrongCredential(WhichTask which) {
        reading.readWithEachWrongCredential(which, false);
    }

    /** Reads a task in each such way and then with the valid token. */
    @When("the client reads {task} with each wrong credential, and after each with the valid token")
    public void readWithTheValidTokenInBetween(WhichTask which) {
        reading.readWithEachWrongCredential(which, true);
    }

    /** Asks for a task by another method. */
    @When("the client sends {word} for {task}")
    public void readBy(String method, WhichTask which) {
        reading.readBy(method, which, Credential.VALID_TOKEN);
    }

    /** Asks for a task by another method in a way in which nobody proves who asks. */
    @When("the client sends {word} for {task} with {credential}")
    public void readBy(String method, WhichTask which, Credential credential) {
        reading.readBy(method, which, credential);
    }

    /** Asks for a task as something else than JSON. */
    @When("the client reads {task} as {word}")
    public void readAs(WhichTask which, String mediaType) {
        reading.readAs(mediaType, which);
    }

    /** Asks for a task only if it has changed. */
    @When("the client asks whether {task} has changed since the first answer")
    public void askWhetherChanged(WhichTask which) {
        reading.askWhetherChanged(which);
    }

    /** Says in words what clauses say by their ids. */
    @Then("^.+ \\[(.+)]$")
    public void claim(String clauses) {
        scenario.claim(clauses);
    }
}
