package io.gatewayping.broker;

import au.com.dius.pact.core.pactbroker.ConsumerVersionSelectors;
import au.com.dius.pact.core.pactbroker.IHalClient;
import au.com.dius.pact.core.pactbroker.PactBrokerClient;
import au.com.dius.pact.core.pactbroker.PactBrokerResult;
import au.com.dius.pact.core.pactbroker.PactResponse;
import au.com.dius.pact.core.pactbroker.PublishConfiguration;
import io.gatewayping.pact.PactDocument;
import io.gatewayping.pact.UnreadablePact;
import io.gatewayping.pact.VerifiedPact;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** One Pact Broker. Whatever it does not do as asked is a {@link BrokerFault} with one clear line. */
public final class Broker implements AutoCloseable {

    private static final int NOT_FOUND = 404;
    private static final String BEFORE = "before_verification";
    private static final String PUBLISH = "pb:publish-contracts";
    private static final String FOR_VERIFICATION = "pb:provider-pacts-for-verification";
    private static final String RESULTS = "pb:publish-verification-results";

    private final BrokerCalls calls;
    private final PactBrokerClient client;

    /** Talks to a broker; nothing is sent before it is asked for something. */
    public Broker(BrokerAccess access) {
        calls = new BrokerCalls(access);
        client = calls.client();
    }

    /**
     * Publishes a pact.
     *
     * @param build of the consumer
     */
    public Published publish(PactDocument pact, Build build) throws BrokerFault {
        String what = "publishing " + pact.source();
        IHalClient index = calls.index(what, PUBLISH);
        PublishConfiguration configuration =
                new PublishConfiguration(build.version(), build.tags(), build.branch(), build.url());
        JsonNode answer = calls.json(
                what,
                calls.unwrapped(
                        what,
                        () -> client.publishContract(
                                index,
                                pact.provider(),
                                pact.consumer(),
                                configuration,
                                pact.json().toString())));
        String version = answer.at("/_embedded/version/number").asString("");
        if (!version.equals(build.version())) {
            throw calls.trouble(
                    what, "it answered for the version '" + shown(version) + "', not for " + build.version());
        }
        return new Published(shown(answer.at("/_links/pb:contracts/0/href").asString("")), notices(answer));
    }

    /**
     * The pacts to be verified: those of the main branches, of the provider's own branch, of all that is deployed or
     * released, and pending and work in progress ones.
     *
     * @param branch of the provider
     * @param wipSince work in progress is what was published since
     */
    public List<SelectedPact> forVerification(String provider, String branch, LocalDate wipSince) throws BrokerFault {
        String what = "selecting the pacts with " + provider;
        List<ConsumerVersionSelectors> selectors = List.of(
                ConsumerVersionSelectors.MainBranch.INSTANCE,
                ConsumerVersionSelectors.MatchingBranch.INSTANCE,
                ConsumerVersionSelectors.DeployedOrReleased.INSTANCE);
        // Without the link, Pact's client would take the latest pacts instead, whatever is asked for.
        calls.index(what, FOR_VERIFICATION);
        List<SelectedPact> selected = new ArrayList<>();
        try {
            for (PactBrokerResult result : calls.unwrapped(
                    what,
                    () -> client.fetchConsumersWithSelectorsV2(
                            provider, selectors, List.of(), branch, true, wipSince.toString()))) {
                selected.add(fetched(what, result));
            }
            return selected;
        } catch (BrokerFault e) {
            throw e.status() == NOT_FOUND && calls.lastRequest().contains("for-verification")
                    ? calls.trouble(
                            what, "the broker knows no provider " + provider + " yet: no pact with it was published")
                    : e;
        }
    }

    private SelectedPact fetched(String what, PactBrokerResult result) throws BrokerFault {
        if (!result.getSource().startsWith("http")) {
            throw calls.trouble(what, "a pact has no link to itself");
        }
        PactResponse response = calls.asked(what, () -> client.fetchPact(result.getSource(), false));
        try {
            return new SelectedPact(
                    PactDocument.parse(
                            result.getSource(), response.getPactFile().serialise()),
                    result.getPending() || result.getWip(),
                    result.getNotices().stream()
                            .filter(notice -> BEFORE.equals(notice.getWhen()))
                            .flatMap(notice -> notice.getText().lines())
                            .map(this::shown)
                            .toList(),
                    response.getLinks());
        } catch (UnreadablePact e) {
            throw calls.trouble(what, shown(String.valueOf(e.getMessage())));
        }
    }

    /**
     * Publishes what became of a pact.
     *
     * @param build of the provider
     */
    public void publishResult(SelectedPact selected, VerifiedPact verified, Build build) throws BrokerFault {
        String what = "publishing the result of " + selected.document().source();
        if (!selected.links().containsKey(RESULTS)) {
            throw calls.trouble(what, "the pact has no link " + RESULTS);
        }
        String provider = selected.document().provider();
        calls.unwrapped(
                what, () -> client.publishProviderBranch(selected.links(), provider, build.branch(), build.version()));
        if (!build.tags().isEmpty()) {
            calls.unwrapped(
                    what, () -> client.publishProviderTags(selected.links(), provider, build.tags(), build.version()));
        }
        String payload = client.buildPayload(TestResults.of(verified), build.version(), build.url())
                .serialise();
        String url = TestResults.link(selected.links(), RESULTS);
        calls.unwrapped(what, () -> client.newHalClient().postJson(url, TestResults.verifiedByTheGate(payload)));
    }

    /** Whether a version of an application can be deployed to an environment. */
    public Deployability canIDeploy(String pacticipant, String version, String environment) throws BrokerFault {
        calls.begin();
        String what = "asking for " + pacticipant + " " + version;
        // Pact's client asks for the newest result of each provider alone, which may hide what is deployed behind it.
        String query = "/matrix?q[][pacticipant]=%s&q[][version]=%s&latestby=cvpv&environment=%s"
                .formatted(encoded(pacticipant), encoded(version), encoded(environment));
        JsonNode answer = calls.json(
                what, calls.unwrapped(what, () -> client.newHalClient().getJson(query, false)));
        JsonNode deployable = answer.at("/summary/deployable");
        if (deployable.isMissingNode()) {
            throw calls.trouble(what, "its answer has no summary");
        }
        return Deployability.of(answer, this::shown);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Records that a version of an application is deployed to an environment, in the place of the one before. */
    public void recordDeployment(String pacticipant, String version, String environment) throws BrokerFault {
        new Deployments(calls).record(pacticipant, version, environment);
    }

    /** A text that came from the broker, fit to be shown: bounded, on one line, and without what lets us in. */
    public String shown(String text) {
        return calls.shown(text);
    }

    private List<String> notices(JsonNode answer) {
        List<String> notices = new ArrayList<>();
        for (JsonNode notice : answer.path("notices")) {
            notice.path("text")
                    .asString("")
                    .lines()
                    .map(line -> shown(line.strip()))
                    .filter(line -> !line.isEmpty())
                    .forEach(notices::add);
        }
        return notices;
    }

    @Override
    public void close() {
        calls.close();
    }
}
