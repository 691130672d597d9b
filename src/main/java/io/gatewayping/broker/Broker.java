package io.gatewayping.broker;

import au.com.dius.pact.core.pactbroker.ConsumerVersionSelectors;
import au.com.dius.pact.core.pactbroker.IHalClient;
import au.com.dius.pact.core.pactbroker.PactBrokerClient;
import au.com.dius.pact.core.pactbroker.PactBrokerResult;
import au.com.dius.pact.core.pactbroker.PactResponse;
import au.com.dius.pact.core.pactbroker.PublishConfiguration;
import au.com.dius.pact.core.pactbroker.RequestFailedException;
import au.com.dius.pact.core.pactbroker.TestResult;
import au.com.dius.pact.core.support.Result;
import au.com.dius.pact.core.support.json.JsonValue;
import io.gatewayping.exchange.Excerpt;
import io.gatewayping.exchange.Redaction;
import io.gatewayping.pact.PactDocument;
import io.gatewayping.pact.UnreadablePact;
import io.gatewayping.pact.VerifiedPact;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One Pact Broker. Whatever it does not do as asked is a {@link BrokerFault} with one clear line. */
public final class Broker implements AutoCloseable {

    /** The broker has understood, and will not: what was sent is wrong, or stands against what it has already. */
    private static final Set<Integer> REFUSALS = Set.of(400, 409);

    private static final int WORDS = 1000;
    private static final String BEFORE = "before_verification";
    private static final String PUBLISH = "pb:publish-contracts";
    private static final String FOR_VERIFICATION = "pb:provider-pacts-for-verification";
    private static final String RESULTS = "pb:publish-verification-results";
    private static final String VERSION = "pb:pacticipant-version";
    private static final String DEPLOYMENT = "pb:record-deployment";

    private final BrokerAccess access;
    private final BrokerHttp http;
    private final PactBrokerClient client;
    private final Redaction redaction;

    /** Talks to a broker; nothing is sent before it is asked for something. */
    public Broker(BrokerAccess access) {
        this.access = access;
        http = new BrokerHttp(access);
        client = new GuardedClient(access.url().toString().replaceFirst("/$", ""), http);
        redaction = new Redaction(access.secrets());
    }

    /**
     * Publishes a pact.
     *
     * @param build of the consumer
     */
    public Published publish(PactDocument pact, Build build) throws BrokerFault {
        String what = "publishing " + pact.source();
        IHalClient index = index(what, PUBLISH);
        PublishConfiguration configuration =
                new PublishConfiguration(build.version(), build.tags(), build.branch(), build.url());
        JsonNode answer = json(
                what,
                unwrapped(
                        what,
                        () -> client.publishContract(
                                index,
                                pact.provider(),
                                pact.consumer(),
                                configuration,
                                pact.json().toString())));
        String version = answer.at("/_embedded/version/number").asString("");
        if (!version.equals(build.version())) {
            throw trouble(what, "it answered for the version '" + shown(version) + "', not for " + build.version());
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
        index(what, FOR_VERIFICATION);
        List<SelectedPact> selected = new ArrayList<>();
        for (PactBrokerResult result : unwrapped(
                what,
                () -> client.fetchConsumersWithSelectorsV2(
                        provider, selectors, List.of(), branch, true, wipSince.toString()))) {
            selected.add(fetched(what, result));
        }
        return selected;
    }

    private SelectedPact fetched(String what, PactBrokerResult result) throws BrokerFault {
        if (!result.getSource().startsWith("http")) {
            throw trouble(what, "a pact has no link to itself");
        }
        PactResponse response = asked(what, () -> client.fetchPact(result.getSource(), false));
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
            throw trouble(what, shown(String.valueOf(e.getMessage())));
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
            throw trouble(what, "the pact has no link " + RESULTS);
        }
        String provider = selected.document().provider();
        unwrapped(
                what, () -> client.publishProviderBranch(selected.links(), provider, build.branch(), build.version()));
        if (!build.tags().isEmpty()) {
            unwrapped(
                    what, () -> client.publishProviderTags(selected.links(), provider, build.tags(), build.version()));
        }
        TestResult result = TestResults.of(verified);
        unwrapped(
                what, () -> client.publishVerificationResults(selected.links(), result, build.version(), build.url()));
    }

    /** Whether a version of an application can be deployed to an environment. */
    public Deployability canIDeploy(String pacticipant, String version, String environment) throws BrokerFault {
        String what = "asking for " + pacticipant + " " + version;
        // Pact's client asks for the newest result of each provider alone, which may hide what is deployed behind it.
        String query = "/matrix?q[][pacticipant]=%s&q[][version]=%s&latestby=cvpv&environment=%s"
                .formatted(encoded(pacticipant), encoded(version), encoded(environment));
        JsonNode answer = json(what, unwrapped(what, () -> client.newHalClient().getJson(query, false)));
        JsonNode deployable = answer.at("/summary/deployable");
        if (deployable.isMissingNode()) {
            throw trouble(what, "its answer has no summary");
        }
        return Deployability.of(answer, this::shown);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Records that a version of an application is deployed to an environment, in the place of the one before. */
    public void recordDeployment(String pacticipant, String version, String environment) throws BrokerFault {
        String what = "recording " + pacticipant + " " + version;
        IHalClient hal = asked(what, () -> client.newHalClient()
                .navigate(Map.of("pacticipant", pacticipant, "version", version), VERSION));
        List<Map<String, Object>> links = new ArrayList<>();
        hal.forAll(DEPLOYMENT, links::add);
        if (links.isEmpty()) {
            throw trouble(what, "the version has no link " + DEPLOYMENT);
        }
        String url = links.stream()
                .filter(link -> environment.equals(link.get("name")))
                .map(link -> String.valueOf(link.get("href")))
                .findFirst()
                .orElseThrow(() -> BrokerFault.refusal(line(
                        what,
                        "there is no environment '" + environment + "', only "
                                + links.stream()
                                        .map(link -> shown(String.valueOf(link.get("name"))))
                                        .toList())));
        unwrapped(what, () -> hal.postJson(url, "{}"));
    }

    /** A text that came from the broker, fit to be shown: bounded, on one line, and without what lets us in. */
    public String shown(String text) {
        return Excerpt.of(redaction.redact(text), WORDS);
    }

    @Override
    public void close() {
        try {
            http.close();
        } catch (IOException e) {
            // Nothing more is wanted of it.
        }
    }

    /** The index, when it has this link. */
    private IHalClient index(String what, String link) throws BrokerFault {
        IHalClient index = asked(what, () -> client.newHalClient().navigate());
        if (index.linkUrl(link) == null) {
            throw trouble(what, "its index has no link " + link + "; is it a Pact Broker of version 2.86 or later?");
        }
        return index;
    }

    private interface Call<T> {
        T made() throws Exception;
    }

    private <T> T asked(String what, Call<T> call) throws BrokerFault {
        try {
            return call.made();
        } catch (Exception e) {
            throw explained(what, http.failure().orElse(e));
        }
    }

    private <T> T unwrapped(String what, Call<? extends Result<T, ?>> call) throws BrokerFault {
        Result<T, ?> result = asked(what, call::made);
        Object error = result.errorValue();
        if (error == null) {
            return Objects.requireNonNull(result.get());
        }
        throw explained(what, http.failure().orElseGet(() -> thrown(error)));
    }

    private static Exception thrown(Object error) {
        return error instanceof Exception failure ? failure : new IOException(String.valueOf(error));
    }

    private JsonNode json(String what, JsonValue answer) throws BrokerFault {
        try {
            return JsonMapper.shared().readTree(answer.serialise());
        } catch (JacksonException e) {
            throw trouble(what, "its answer cannot be read");
        }
    }

    private List<String> notices(JsonNode answer) {
        List<String> notices = new ArrayList<>();
        answer.path("notices")
                .forEach(notice ->
                        notices.add(shown(notice.path("text").asString("").strip())));
        return notices;
    }

    private BrokerFault trouble(String what, String why) {
        return BrokerFault.trouble(line(what, why));
    }

    private BrokerFault explained(String what, Exception failure) {
        Optional<RequestFailedException> answer = Faults.answer(failure);
        if (answer.isPresent() && REFUSALS.contains(answer.get().getStatus())) {
            String errors = Faults.errors(String.valueOf(answer.get().getBody()));
            return BrokerFault.refusal(line(what, "it answered " + answer.get().getStatus() + ": " + shown(errors)));
        }
        return trouble(what, shown(Faults.words(failure, http, access.timeout())));
    }

    private String line(String what, String why) {
        String asked = http.lastRequest().isEmpty() ? "" : " (" + shown(http.lastRequest()) + ")";
        return "the broker at " + access + ": " + what + ": " + why + asked;
    }
}
