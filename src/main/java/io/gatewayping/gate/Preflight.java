package io.gatewayping.gate;

import io.gatewayping.contract.Contract;
import io.gatewayping.contract.ServedState;
import io.gatewayping.exchange.Credential;
import io.gatewayping.exchange.Exchange;
import io.gatewayping.exchange.Response;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.opentest4j.TestAbortedException;

/**
 * Tells, before the first scenario, whether there is a provider that can be judged at all. What it exchanges for that is
 * judged like every other exchange: the first answer of all may be another than all that follow.
 */
public final class Preflight {

    /** Where it stands among the scenarios, which is in no file. */
    public static final String LOCATION = "before the first scenario";

    private static final Set<Integer> REFUSED = Set.of(401, 403);

    private final Contract contract;
    private final ScenarioRun run;

    /** Looks at this provider. */
    public Preflight(Contract contract, Provider provider, Seed seed) {
        this.contract = contract;
        this.run = new ScenarioRun(
                contract, provider, seed, new KeptTasks(), new NothingThere(contract), (name, polls) -> {});
    }

    /**
     * What came of it.
     *
     * @param obstacle why the provider cannot be judged, in words, or nothing when it can
     * @param result the judgement on what was exchanged
     */
    public record Result(Optional<String> obstacle, ScenarioResult result) {}

    /** Reads a task that nobody knows, and arranges that this is so. */
    public Result look() {
        Optional<String> obstacle = obstacle();
        if (obstacle.isEmpty()) {
            tolerating(() -> run.claim(contract.unarranged().clause()));
            tolerating(() -> run.end(true));
        }
        return new Result(obstacle, run.result());
    }

    /** What goes wrong, the result tells. */
    private static void tolerating(Runnable step) {
        try {
            step.run();
        } catch (AssertionError | Inconclusive e) {
            // As it was said.
        }
    }

    private Optional<String> obstacle() {
        try {
            run.begin(new ScenarioName(
                    "preflight", LOCATION, "The first request is answered like every other", List.of()));
            run.reading().read(WhichTask.UNKNOWN, Credential.VALID_TOKEN);
            Exchange first = last();
            if (first.failure() != null) {
                return Optional.of(
                        "the provider cannot be reached at " + first.request().url() + ": " + first.failure());
            }
            run.arrange(contract.unarranged().name());
            // Whoever answers 401 or 403 to all that it is asked does not know the token, or not as one that may read;
            // whoever does so once breaks a clause.
            if (!isRefused(first)) {
                return Optional.empty();
            }
            Optional<ServedState> readable =
                    contract.states().stream().filter(this::isReadable).findFirst();
            if (readable.isEmpty()) {
                return Optional.empty();
            }
            run.arrange(readable.get().name());
            run.reading().read(WhichTask.THIS, Credential.VALID_TOKEN);
            return isRefused(last())
                    ? Optional.of("the provider refuses the token with " + status(last())
                            + ": it may have expired, or not be one that may read here")
                    : Optional.empty();
        } catch (Inconclusive e) {
            return Optional.of("provider states cannot be arranged: " + e.reason());
        } catch (TestAbortedException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    private boolean isReadable(ServedState state) {
        return state.serves().get(0).status() == contract.lifecycle().success();
    }

    private Exchange last() {
        List<Exchange> exchanges = run.result().exchanges();
        return exchanges.get(exchanges.size() - 1);
    }

    private static boolean isRefused(Exchange exchange) {
        return REFUSED.contains(status(exchange));
    }

    private static int status(Exchange exchange) {
        Response response = exchange.response();
        return response == null ? 0 : response.status();
    }
}
