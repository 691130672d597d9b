package io.gatewayping.proof;

import io.gatewayping.counterexample.Asked;
import io.gatewayping.counterexample.Counterexample;
import io.gatewayping.exchange.Credential;
import io.gatewayping.exchange.Response;
import io.gatewayping.gate.GateListener;
import io.gatewayping.gate.ScenarioResult;
import io.gatewayping.stub.Stub;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The scenarios as they go against the honest provider, and what each of them asked. They show which of them a
 * counterexample concerns, so that those are run first.
 */
final class Rehearsal implements GateListener {

    private final Stub stub;
    private final Counterexample nothing;
    private final List<Scene> scenes = new ArrayList<>();
    private List<Asked.Answered> asked = new ArrayList<>();

    /** One scenario, and what it asked. */
    private record Scene(ScenarioResult scenario, List<Asked.Answered> asked) {}

    /**
     * Listens to a run of scenarios one after the other.
     *
     * @param like any counterexample, for what it changes
     */
    Rehearsal(Stub stub, Counterexample like) {
        this.stub = stub;
        nothing = Counterexample.harmless("nothing", like.operation(), this::heard);
        stub.answerBy(nothing);
    }

    private Optional<Response> heard(Response honest, Asked request) {
        synchronized (this) {
            asked.add(new Asked.Answered(request, honest));
        }
        return Optional.empty();
    }

    @Override
    public synchronized void scenarioEnded(ScenarioResult scenario) {
        scenes.add(new Scene(scenario, List.copyOf(asked)));
        asked = new ArrayList<>();
        // From here on nothing was asked before.
        stub.answerBy(nothing);
    }

    /**
     * Where the scenarios stand that would see an answer, those first that give the clause something to be judged by,
     * and of them those that ask least.
     *
     * @param clause empty when any will do
     */
    Stream<String> concernedBy(Counterexample.Answer answer, String clause) {
        return scenes.stream()
                .sorted(Comparator.comparing(
                                (Scene scene) -> !scene.scenario().evaluated().contains(clause))
                        .thenComparing(scene -> scene.asked().size()))
                .filter(scene -> scene.asked().stream().anyMatch(it -> answer.insteadOf(it.honest(), it.asked())
                        .isPresent()))
                .map(scene -> scene.scenario().location());
    }

    /** How often the key of a state was read at most by its owner, by the name of the state. */
    Map<String, Integer> reads() {
        return scenes.stream()
                .flatMap(scene -> scene.asked().stream())
                .map(Asked.Answered::asked)
                .filter(it -> it.credential() == Credential.VALID_TOKEN)
                .collect(Collectors.toMap(
                        Asked::state, it -> it.earlierByItsOwner().size() + 1, Math::max, LinkedHashMap::new));
    }
}
