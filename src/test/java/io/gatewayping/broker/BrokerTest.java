package io.gatewayping.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatewayping.gate.Verdict;
import io.gatewayping.pact.InteractionResult;
import io.gatewayping.pact.PactDocument;
import io.gatewayping.pact.UnreadablePact;
import io.gatewayping.pact.VerifiedPact;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is asked of a broker, what is taken for an answer, and what is said when it is none. */
final class BrokerTest {

    private static final String CONSUMER = "dashboard";
    private static final String PROVIDER = "network-troubleshooting";
    private static final String TOKEN = "a-token-of-a-broker";
    private static final Build BUILD = new Build("1", "main", "http://ci/1", List.of());
    private static final LocalDate LONG_AGO = LocalDate.EPOCH;

    private BrokerDouble there;
    private Broker broker;

    /** Something that is asked of a broker. */
    private interface Asked {
        Object of(Broker broker) throws Exception;
    }

    @BeforeEach
    void start() {
        there = BrokerDouble.start(Access.bearer(TOKEN));
        broker = to(there, Duration.ofSeconds(10));
    }

    @AfterEach
    void close() {
        broker.close();
        there.close();
    }

    @Test
    void tellsWhereAPactIsPublishedAndWhatTheBrokerSays() throws Exception {
        there.answersNotices("  Webhook run.\n\n  See http://hook?t=" + TOKEN);

        Published published = broker.publish(pact(), new Build("1", "main", "http://ci/1", List.of("prod")));

        assertThat(published.link())
                .isEqualTo(there.url() + "/pacts/provider/network-troubleshooting/consumer/dashboard/version/1");
        assertThat(published.notices())
                .startsWith("Created dashboard version 1 with branch main and tags prod")
                .contains("Next steps:", "Webhook run.")
                .doesNotContain("")
                .noneMatch(notice -> notice.contains(TOKEN));
        JsonNode told = Recording.parsed(
                there.received("POST", "/contracts/publish").get(0).body());
        assertThat(told.at("/buildUrl").asText()).isEqualTo("http://ci/1");
        assertThat(there.received())
                .allSatisfy(it -> assertThat(it.headers()).containsEntry("authorization", "Bearer " + TOKEN));
    }

    @Test
    void selectsPactsWithTheReasonForEach() throws Exception {
        broker.publish(pact(), BUILD);

        List<SelectedPact> selected = broker.forVerification(PROVIDER, "main", LONG_AGO);

        assertThat(selected).singleElement().satisfies(it -> {
            assertThat(it.document().consumer()).isEqualTo(CONSUMER);
            assertThat(it.document().interactions()).hasSize(2);
            assertThat(it.pending()).isTrue();
            assertThat(it.why())
                    .contains("    * latest version of dashboard from branch 'main' (1)")
                    .noneMatch(why -> why.contains("\n"));
        });
        JsonNode asked = Recording.parsed(there.received("POST", "/pacts/provider/" + PROVIDER + "/for-verification")
                .get(0)
                .body());
        assertThat(asked.at("/includeWipPactsSince").asText()).isEqualTo("1970-01-01");
        assertThat(asked.at("/providerVersionBranch").asText()).isEqualTo("main");
        assertThat(asked.at("/includePendingStatus").asBoolean()).isTrue();
        assertThat(asked.at("/consumerVersionSelectors")).hasSize(3);
    }

    @Test
    void aPactIsNotPendingOnceItWasKept() throws Exception {
        broker.publish(pact(), BUILD);
        publishResult("1", List.of(), Verdict.CONFORMS);

        assertThat(broker.forVerification(PROVIDER, "main", LONG_AGO))
                .extracting(SelectedPact::pending)
                .containsExactly(false);
        assertThat(broker.canIDeploy(CONSUMER, "1", "production").results()).isEmpty();
    }

    @Test
    void aPactFromAFeatureBranchIsWorkInProgress() throws Exception {
        broker.publish(pact(), new Build("1", "feat/x", null, List.of()));

        assertThat(broker.forVerification(PROVIDER, "main", LONG_AGO))
                .extracting(SelectedPact::pending)
                .containsExactly(true);
    }

    @Test
    void tellsWhatBecameOfAPactByBranchAndTag() throws Exception {
        broker.publish(pact(), BUILD);
        publishResult("7", List.of("prod"), Verdict.DOES_NOT_CONFORM);

        assertThat(there.received("PUT", "/pacticipants/" + PROVIDER + "/branches/main/versions/7"))
                .hasSize(1);
        assertThat(there.received("PUT", "/pacticipants/" + PROVIDER + "/versions/7/tags/prod"))
                .hasSize(1);
        JsonNode told = results();
        assertThat(told.at("/success").asBoolean()).isFalse();
        assertThat(told.at("/providerApplicationVersion").asText()).isEqualTo("7");
        assertThat(told.at("/buildUrl").asText()).isEqualTo("http://ci/7");
        assertThat(told.at("/verifiedBy/implementation").asText()).isEqualTo("gateway-ping-gate");
    }

    @Test
    void tellsNoTagWhereThereIsNone() throws Exception {
        broker.publish(pact(), BUILD);
        publishResult("7", List.of(), Verdict.CONFORMS);

        assertThat(results().at("/success").asBoolean()).isTrue();
        assertThat(there.received()).noneMatch(it -> it.path().contains("/tags/"));
    }

    @Test
    void tellsOfADeploymentAndWhetherItMayBe() throws Exception {
        broker.publish(pact(), BUILD);
        publishResult("7", List.of(), Verdict.CONFORMS);

        assertThat(broker.canIDeploy(CONSUMER, "1", "production").verdict()).isNotEqualTo(Verdict.CONFORMS);
        broker.recordDeployment(PROVIDER, "7", "production");
        Deployability deployable = broker.canIDeploy(CONSUMER, "1", "production");

        assertThat(deployable.verdict()).isEqualTo(Verdict.CONFORMS);
        assertThat(deployable.results())
                .singleElement()
                .asString()
                .startsWith("kept: dashboard 1 with " + PROVIDER + " 7, http");
        assertThat(there.received("GET", "/matrix").get(0).target())
                .contains("pacticipant]=dashboard", "version]=1", "latestby=cvpv", "environment=production");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "UNAUTHORIZED | false | false | it answered 401: give PACT_BROKER_TOKEN",
                "FORBIDDEN | false | false | it answered 403: what it is given may not do this",
                "NOT_FOUND | false | false | it answered 404: there is no such thing, or no Pact Broker there",
                "CONFLICT | true | false | it answered 409: ",
                "INVALID | true | false | it answered 400: pacticipantVersionNumber: can't be blank",
                "BROKEN | false | true | it answered 500",
                "SILENCE | false | true | no complete answer within 0.7 s",
                "UNAVAILABLE | false | true | it answered 503, and gave no other answer within 0.7 s",
                "RESET | false | true | Connection reset",
                "HTML | false | false | its answer is no complete JSON (text/html; charset=utf-8)",
                "TRUNCATED | false | false | its answer is no complete JSON (application/hal+json",
            })
    void isToldByOneLine(Fault fault, boolean refusal, boolean passing, String words) throws Exception {
        broker.publish(pact(), BUILD);
        there.suffers(Trouble.of(fault));
        try (Broker impatient = to(
                there,
                Set.of(Fault.SILENCE, Fault.UNAVAILABLE).contains(fault)
                        ? Duration.ofMillis(700)
                        : Duration.ofSeconds(10))) {
            BrokerFault told = fault(impatient, it -> it.canIDeploy(CONSUMER, "1", "production"));

            assertThat(told)
                    .hasMessageStartingWith("the broker at " + there.url() + ": asking for dashboard 1: " + words)
                    .hasMessageEndingWith(
                            "(GET /matrix?q[][pacticipant]=dashboard&q[][version]=1&latestby=cvpv&environment=production)");
            assertThat(told.isRefusal()).isEqualTo(refusal);
            assertThat(told.isPassing()).isEqualTo(passing);
        }
    }

    @Test
    void isNotAskedElsewhere() throws Exception {
        broker.publish(pact(), BUILD);
        try (BrokerDouble elsewhere = BrokerDouble.start()) {
            there.suffers(Trouble.linksTo(elsewhere.url()).at("/"));
            assertThat(fault(broker, it -> it.publish(pact(), BUILD)))
                    .hasMessageContaining(
                            ": its link leads to another origin, " + elsewhere.url() + ", to which nothing was sent");
            there.recovers().suffers(Trouble.redirect(elsewhere.url()));
            assertThat(fault(broker, it -> it.publish(pact(), BUILD)))
                    .hasMessageContaining(": it answered 302: it redirects, which is not followed");
            assertThat(elsewhere.received()).isEmpty();
        }
    }

    @Test
    void isAskedAgainWhileItIsBusy() throws Exception {
        there.suffers(Trouble.of(Fault.UNAVAILABLE).times(1));

        assertThat(broker.publish(pact(), BUILD).link()).isNotEmpty();
        assertThat(there.received("GET", "/")).hasSize(2);
    }

    @Test
    void isAskedAgainOnceWhenItResetsTheConnection() throws Exception {
        there.suffers(Trouble.of(Fault.RESET).at("/").times(1));

        assertThat(broker.publish(pact(), BUILD).link()).isNotEmpty();

        there.suffers(Trouble.of(Fault.RESET).at("/"));
        assertThat(fault(broker, it -> it.publish(pact(), BUILD)).isPassing()).isTrue();
        assertThat(there.received("GET", "/")).hasSizeBetween(4, 5);
    }

    @ParameterizedTest
    @CsvSource({
        "/, pb:publish-contracts, publish",
        "/, pb:provider-pacts-for-verification, select",
        "/, pb:pacticipant-version, record",
    })
    void needsTheLinksOfARecentBroker(String path, String link, String asked) throws Exception {
        there.suffers(Trouble.missing(link).at(path));

        assertThat(fault(broker, it -> switch (asked) {
                    case "publish" -> it.publish(pact(), BUILD);
                    case "select" -> it.forVerification(PROVIDER, "main", LONG_AGO);
                    default -> recorded(it, CONSUMER, "1", "production");
                }))
                .hasMessageContaining(
                        ": its index has no link " + link + "; is it a Pact Broker of version 2.86 or later? (GET /)");
    }

    @Test
    void needsTheLinksOfAPact() throws Exception {
        broker.publish(pact(), BUILD);
        SelectedPact selected =
                broker.forVerification(PROVIDER, "main", LONG_AGO).get(0);
        SelectedPact bare = new SelectedPact(selected.document(), false, List.of(), Map.of());

        assertThat(fault(broker, it -> {
                    it.publishResult(bare, verified(selected, Verdict.CONFORMS), BUILD);
                    return it;
                }))
                .hasMessageContaining(": the pact has no link pb:publish-verification-results");

        there.suffers(Trouble.missing("self").at("/pacts/provider/" + PROVIDER + "/for-verification"));
        assertThat(fault(broker, it -> it.forVerification(PROVIDER, "main", LONG_AGO)))
                .hasMessageContaining(": a pact has no link to itself");
    }

    @Test
    void knowsNoProviderBeforeThereIsAPact() {
        assertThat(fault(broker, it -> it.forVerification(PROVIDER, "main", LONG_AGO)))
                .hasMessageContaining(
                        ": the broker knows no provider " + PROVIDER + " yet: no pact with it was published");
        there.suffers(Trouble.of(Fault.NOT_FOUND).at("/"));
        assertThat(fault(broker, it -> it.forVerification(PROVIDER, "main", LONG_AGO)))
                .hasMessageContaining(": it answered 404: there is no such thing (GET /)");
    }

    @Test
    void tellsAFaultOfASelectionAsWhatItIs() throws Exception {
        broker.publish(pact(), BUILD);
        there.suffers(Trouble.of(Fault.FORBIDDEN).at("/pacts/provider/" + PROVIDER + "/for-verification"));

        assertThat(fault(broker, it -> it.forVerification(PROVIDER, "main", LONG_AGO)))
                .hasMessageContaining(": it answered 403: ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nobody | 1 | production | true | the broker knows no application nobody",
                "dashboard | 9 | production | true | the broker knows no version 9 of dashboard",
                "dashboard | 1 | moon | true | the broker knows no environment 'moon', only [",
            })
    void doesNotKnowWhatIsDeployed(
            String application, String version, String environment, boolean refusal, String words) throws Exception {
        broker.publish(pact(), BUILD);

        BrokerFault told = fault(broker, it -> recorded(it, application, version, environment));

        assertThat(told).hasMessageContaining(": recording " + application + " " + version + ": " + words);
        assertThat(told.isRefusal()).isEqualTo(refusal);
    }

    @Test
    void knowsNoEnvironmentAtAll() throws Exception {
        broker.publish(pact(), BUILD);
        there.forgetsEnvironments();

        assertThat(fault(broker, it -> recorded(it, CONSUMER, "1", "production")))
                .hasMessageContaining(
                        ": the broker knows no environment at all; create it, as with: pact-broker create-environment"
                                + " --name production (and --production, where it is that)");
    }

    @Test
    void cannotRecordADeployment() throws Exception {
        broker.publish(pact(), BUILD);
        there.suffers(Trouble.missing("pb:record-deployment").at("/pacticipants"));

        BrokerFault told = fault(broker, it -> recorded(it, CONSUMER, "1", "production"));
        assertThat(told).hasMessageContaining(": the version has no link pb:record-deployment");
        assertThat(told.isRefusal()).isFalse();

        there.recovers().suffers(Trouble.of(Fault.FORBIDDEN).at("/pacticipants"));
        assertThat(fault(broker, it -> recorded(it, CONSUMER, "1", "production")))
                .hasMessageContaining(": it answered 403: ");
        there.recovers()
                .suffers(Trouble.of(Fault.NOT_FOUND)
                        .at("/pacticipants/dashboard/versions/1")
                        .times(1))
                .suffers(Trouble.of(Fault.FORBIDDEN).at("/pacticipants/dashboard"));
        assertThat(fault(broker, it -> recorded(it, CONSUMER, "1", "production")))
                .hasMessageContaining(": it answered 403: ");
        there.recovers()
                .suffers(Trouble.of(Fault.BROKEN).at("POST", "/pacticipants/dashboard/versions/1/deployed-versions"));
        assertThat(fault(broker, it -> recorded(it, CONSUMER, "1", "production"))
                        .isPassing())
                .isTrue();
    }

    @Test
    void saysYesWithNothingBehindIt() throws Exception {
        there.suffers(Trouble.of(Fault.MATRIX_YES_WITHOUT_RESULTS));

        assertThat(broker.canIDeploy(CONSUMER, "1", "production").verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    }

    @Test
    void refusesAnotherContentUnderTheSameVersion() throws Exception {
        broker.publish(pact(), BUILD);
        PactDocument other = PactDocument.parse("it", pact().json().toString().replace("nobody started", "is lost"));

        BrokerFault told = fault(broker, it -> it.publish(other, BUILD));

        assertThat(told.isRefusal()).isTrue();
        assertThat(told.status()).isEqualTo(409);
        assertThat(told)
                .hasMessageContaining(": publishing it: it answered 409: ")
                .hasMessageContaining("Cannot change the content of the pact")
                .hasMessageEndingWith("(POST /contracts/publish)");
    }

    @Test
    void takesAUserAndAPassword() throws Exception {
        try (BrokerDouble other = BrokerDouble.start(Access.basic("me", "mine"));
                Broker mine = new Broker(new BrokerAccess(other.url(), null, "me", "mine", Duration.ofSeconds(10)));
                Broker wrong = new Broker(new BrokerAccess(other.url(), TOKEN, null, null, Duration.ofSeconds(10)))) {
            assertThat(mine.publish(pact(), BUILD).link()).isNotEmpty();
            BrokerFault told = fault(wrong, it -> it.publish(pact(), BUILD));
            assertThat(told).hasMessageContaining(": it answered 400 and does not say why: ");
            assertThat(told.isRefusal()).isFalse();
        }
    }

    @Test
    void showsNothingThatLetsUsIn() {
        assertThat(broker.shown("a " + TOKEN + "\n\u001b")).isEqualTo("a $TOKEN\\n\\u001B");
        assertThat(broker.shown("a".repeat(1001))).isEqualTo("a".repeat(1000) + "… (1001 characters)");
    }

    @Test
    void isFoundBehindASlash() throws Exception {
        try (Broker slashed = new Broker(
                new BrokerAccess(URI.create(there.url() + "/"), TOKEN, null, null, Duration.ofSeconds(10)))) {
            assertThat(slashed.publish(pact(), BUILD).link()).startsWith(there.url() + "/pacts");
        }
    }

    @Test
    void isNotThere() {
        there.close();

        BrokerFault told = fault(broker, it -> it.publish(pact(), BUILD));

        assertThat(told).hasMessageContaining(": nobody listens there (GET /)");
        assertThat(told.isPassing()).isTrue();
    }

    @Test
    void isToldNothingOfWhatWasNotRun() throws Exception {
        broker.publish(pact(), BUILD);

        assertThatThrownBy(() -> publishResult("7", List.of(), Verdict.INCONCLUSIVE))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(there.received()).noneMatch(it -> it.path().endsWith("/verification-results"));
    }

    private static Broker to(BrokerDouble there, Duration timeout) {
        return new Broker(new BrokerAccess(there.url(), TOKEN, null, null, timeout));
    }

    private static BrokerFault fault(Broker broker, Asked asked) {
        return catchThrowableOfType(BrokerFault.class, () -> asked.of(broker));
    }

    private static Broker recorded(Broker broker, String application, String version, String environment)
            throws BrokerFault {
        broker.recordDeployment(application, version, environment);
        return broker;
    }

    private void publishResult(String version, List<String> tags, Verdict verdict) throws BrokerFault {
        SelectedPact selected =
                broker.forVerification(PROVIDER, "main", LONG_AGO).get(0);
        broker.publishResult(
                selected, verified(selected, verdict), new Build(version, "main", "http://ci/" + version, tags));
    }

    private static VerifiedPact verified(SelectedPact selected, Verdict verdict) {
        return new VerifiedPact(
                selected.document().source(),
                CONSUMER,
                PROVIDER,
                false,
                List.of(new InteractionResult("a", "id-of-a", false, verdict, List.of("status: 500"))));
    }

    private JsonNode results() {
        return Recording.parsed(there.received().stream()
                .filter(it -> it.path().endsWith("/verification-results"))
                .findFirst()
                .orElseThrow()
                .body());
    }

    private static PactDocument pact() throws UnreadablePact {
        return PactDocument.read(Path.of("src/test/resources/broker/dashboard.json"));
    }
}
