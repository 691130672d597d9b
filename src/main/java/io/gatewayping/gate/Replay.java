package io.gatewayping.gate;

import io.gatewayping.contract.Contract;
import io.gatewayping.contract.Operation;
import io.gatewayping.contract.ServedState;
import io.gatewayping.exchange.Call;
import io.gatewayping.exchange.Credential;
import io.gatewayping.exchange.Exchange;
import io.gatewayping.exchange.Key;
import io.gatewayping.judge.Judgement;
import io.gatewayping.state.Arranged;
import io.gatewayping.state.ByStateUrl;
import io.gatewayping.state.NotArranged;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Sends again what an earlier run has sent, to a provider that may be another one, with the pauses that were between. */
public final class Replay {

    /** A test does not go on for ever, and nobody waits for ever. */
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    private final Contract contract;
    private final Provider provider;
    private final ByStateUrl states;
    private final Seed seed;
    private final Observed observed;
    private final Set<String> inconclusive = new LinkedHashSet<>();

    /** Sends to this provider, once. */
    public Replay(Contract contract, Provider provider, ByStateUrl states, Seed seed) {
        this.contract = contract;
        this.provider = provider;
        this.states = states;
        this.seed = seed;
        this.observed = new Observed(contract, true);
    }

    /** What the provider has answered, judged by the whole contract. */
    public ScenarioResult run(Recording recording) throws InterruptedException {
        List<Arranged> arranged = new ArrayList<>();
        try {
            for (Recording.State state : recording.states()) {
                arranged.add(arrange(state));
            }
            send(recording.sent());
        } catch (NotArranged e) {
            inconclusive.add(String.valueOf(e.getMessage()));
        } finally {
            arranged.forEach(this::tearDown);
        }
        return result(recording, arranged);
    }

    private Arranged arrange(Recording.State state) throws NotArranged {
        ServedState served = contract.state(state.name())
                .orElseThrow(() -> new IllegalArgumentException("no state of the contract: " + state.name()));
        Arranged next = states.arrange(served, state.params());
        observed.arranged(next);
        return next;
    }

    private void send(List<Recording.Sent> sent) throws InterruptedException {
        Operation operation = contract.underTest();
        Instant before = sent.get(0).start();
        for (Recording.Sent each : sent) {
            Duration pause = Duration.between(before, each.start());
            provider.poller().pause(pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause);
            before = each.start();
            Key key = operation.key(each.url().getRawPath()).orElseThrow();
            Call call =
                    new Call(each.method(), operation.target(key), each.headers(), key, each.credential(), each.way());
            Exchange answer = provider.sender().send(call);
            observed.add(answer);
            if (answer.failure() != null) {
                return;
            }
        }
    }

    private void tearDown(Arranged each) {
        try {
            states.release(each);
        } catch (NotArranged e) {
            // What is left behind has a key that nobody uses again.
        }
    }

    private ScenarioResult result(Recording recording, List<Arranged> arranged) {
        Judgement judgement = observed.judgement();
        String clause = recording.finding().clause();
        inconclusive.addAll(judgement.unjudged());
        Optional<String> refusal = refusal();
        refusal.ifPresent(inconclusive::add);
        if (inconclusive.isEmpty() && !judgement.evaluated().contains(clause)) {
            inconclusive.add(new NothingThere(contract).toJudge(clause, Set.of(clause), observed.exchanges()));
        }
        return new ScenarioResult(
                new ScenarioName("", recording.page().id(), recording.page().title(), List.of()),
                Set.of(clause),
                judgement.evaluated(),
                // Of whoever refuses the token, nothing is known.
                refusal.isPresent() ? List.of() : judgement.findings(),
                List.copyOf(inconclusive),
                List.of(),
                false,
                observed.exchanges(),
                new Reproduction(
                        arranged.stream()
                                .flatMap(each -> each.arrangement().stream())
                                .toList(),
                        observed.exchanges()));
    }

    /** Whoever refuses the token always does not know it; whoever does so here only breaks a clause. */
    private Optional<String> refusal() {
        Set<Integer> answers = observed.exchanges().stream()
                .filter(exchange -> exchange.request().credential() == Credential.VALID_TOKEN)
                .flatMap(exchange -> Optional.ofNullable(exchange.response()).stream())
                .map(response -> response.status())
                .collect(Collectors.toSet());
        return answers.equals(Set.of(401))
                ? new Preflight(contract, provider, seed).look().obstacle()
                : Optional.empty();
    }
}
