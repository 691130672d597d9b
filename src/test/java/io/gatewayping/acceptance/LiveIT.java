package io.gatewayping.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.gatewayping.acceptance.LiveProvider.Kind;
import io.gatewayping.acceptance.LiveRun.Authority;
import io.gatewayping.cli.GateProcess;
import io.gatewayping.exchange.TunnelProxy;
import io.gatewayping.hostile.GateJvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A deployment is judged as a caller can, without a state-change URL. */
@Execution(ExecutionMode.CONCURRENT)
final class LiveIT {

    private static final Tampering HONEST = Tampering.NONE;

    @TempDir
    static Path folder;

    private static Authority authority;

    @BeforeAll
    static void found() throws IOException, GeneralSecurityException {
        authority = Authority.in(folder);
    }

    @Test
    void anHonestDeploymentConformsAsFarAsACallerCanTell(@TempDir Path reports) throws IOException {
        try (LiveProvider provider = LiveProvider.start(Kind.of(LiveRun.TOKEN), HONEST, authority.shown())) {
            LiveRun run = run(
                    provider,
                    reports,
                    "--gateway=" + LiveProvider.GATEWAY,
                    "--other-gateway=" + LiveProvider.OTHER_GATEWAY,
                    "--failing-destination=" + LiveProvider.FAILING);
            assertThat(provider.defects()).isEmpty();
            assertThat(run.console()).contains("CONFORMS as far as a caller can tell: ", " not exercised");
            assertThat(run.exit()).as(run.console()).isZero();
            assertThat(provider.starts()).isEqualTo(2);
            assertThat(run.verdict().path("notExercised").asInt()).isBetween(1, 15);
            assertThat(run.console()).doesNotContain("of --max-requests are sent");
            assertThat(provider.requests()).isLessThanOrEqualTo(200);
            assertThat(run.traces()).isEmpty();
        }
    }

    @Test
    void limitsAndTokensThatExpireAreLivedWith(@TempDir Path reports) throws IOException {
        Kind kind = new Kind("", LiveRun.SECRET, 8, 12, false, "X-Subscription");
        try (LiveProvider provider = LiveProvider.start(kind, HONEST, authority.shown())) {
            LiveRun run = run(
                    provider,
                    reports,
                    "--gateway=" + LiveProvider.GATEWAY,
                    "--other-gateway=" + LiveProvider.OFFLINE_GATEWAY,
                    "--token-url=" + provider.baseUrl() + "/oauth/token",
                    "--header-env=X-Subscription=EXTRA_KEY");

            assertThat(run.exit()).as(run.console()).isZero();
            assertThat(run.console()).contains("CONFORMS as far as a caller can tell");
            assertThat(provider.limited()).isPositive();
            assertThat(provider.grants()).isGreaterThan(1);
            assertThat(provider.requests()).isLessThanOrEqualTo(200);
            assertThat(exercised(run, "states/the-rate-limit-is-exceeded")).isTrue();
            assertThat(run.traces()).isEmpty();
        }
    }

    @Test
    void aTokenThatExpiresIsNobodysFinding(@TempDir Path reports) throws IOException {
        try (LiveProvider provider = LiveProvider.start(Kind.of(LiveRun.TOKEN), HONEST, authority.shown())) {
            provider.takesTheTokenFor(60);
            LiveRun run = run(provider, reports, "--gateway=" + LiveProvider.GATEWAY);

            assertThat(run.broken()).isEmpty();
            assertThat(run.console()).contains("it may have expired", "INCONCLUSIVE");
            assertThat(run.exit()).isEqualTo(3);

            provider.takesTheTokenFor(3);
            LiveRun early = run(provider, reports, "--gateway=" + LiveProvider.GATEWAY);
            assertThat(early.broken()).isEmpty();
            assertThat(early.console()).contains("it may have expired", "INCONCLUSIVE");
            assertThat(early.exit()).isEqualTo(3);
        }
    }

    @Test
    void aStartThatNamesTwoTestsIsFound(@TempDir Path reports) throws IOException {
        try (LiveProvider provider = LiveProvider.start(Kind.of(LiveRun.TOKEN), HONEST, authority.shown())) {
            provider.namesAnotherTestInTheBody();
            LiveRun run = run(provider, reports, "--gateway=" + LiveProvider.GATEWAY, "--tags=@live");

            assertThat(run.exit()).as(run.console()).isEqualTo(1);
            assertThat(run.broken())
                    .containsExactly("StartedPingTest/properties/location/pattern", "location-header-agrees");
        }
    }

    @Test
    void noMoreIsSentThanWasAnnounced(@TempDir Path reports) throws IOException {
        try (LiveProvider provider = LiveProvider.start(Kind.of(LiveRun.TOKEN), HONEST, authority.shown())) {
            LiveRun run = run(provider, reports, "--gateway=" + LiveProvider.GATEWAY, "--max-requests=40");

            assertThat(provider.requests()).isEqualTo(40);
            assertThat(run.console())
                    .contains("at most 40 requests", "the 40 requests of --max-requests are sent")
                    .contains("CONFORMS as far as a caller can tell");
            assertThat(run.exit()).isZero();
        }
    }

    @Test
    void whatIsRequiredAndNotExercisedIsInconclusive(@TempDir Path reports) throws IOException {
        Path features = Files.createDirectory(reports.resolve("features"));
        Files.writeString(
                features.resolve("needs.feature"),
                """
                Feature: Needs
                  @other
                  Scenario: Another gateway
                    Given the provider state: the ping test belongs to another gateway
                    When the client reads the ping test
                    Then it is 404 [states/the-ping-test-belongs-to-another-gateway]
                  Scenario: Its own
                    Given the provider state: a ping test has completed
                    When the client reads the ping test
                    Then it is there [states/a-ping-test-has-completed]
                """);
        try (LiveProvider provider = LiveProvider.start(Kind.of(LiveRun.TOKEN), HONEST, authority.shown())) {
            String gateway = "--gateway=" + LiveProvider.GATEWAY;
            LiveRun free = run(provider, reports, gateway, "--features=" + features);
            LiveRun bound = run(provider, reports, gateway, "--features=" + features, "--require=@other");

            assertThat(free.console())
                    .contains("CONFORMS as far as a caller can tell: 1 scenario judged, 1 not exercised")
                    .contains("leaves out states/the-ping-test-belongs-to-another-gateway");
            assertThat(bound.exit()).isEqualTo(3);
            assertThat(bound.console()).contains("required, and not exercised");
            assertThat(Files.readString(reports.resolve("junit.xml"))).contains("<skipped", "--other-gateway");
            JsonNode scenario = free.verdict().path("scenarios").path(0);
            assertThat(scenario.path("verdict").asString()).isEqualTo("NOT_EXERCISED");
            assertThat(scenario.path("leavesOut").path(0).asString())
                    .isEqualTo("states/the-ping-test-belongs-to-another-gateway");
        }
    }

    @Test
    void anotherVersionOfTheApiIsSaidInTheVerdict(@TempDir Path reports) throws IOException {
        try (LiveProvider provider = LiveProvider.start(Kind.of(LiveRun.TOKEN), HONEST, authority.shown())) {
            LiveRun run = run(provider, reports, "--gateway=" + LiveProvider.GATEWAY, "--api-version=v1");

            assertThat(run.exit()).as(run.console()).isZero();
            assertThat(run.console()).contains("at the version v1 of the API");
            assertThat(run.verdict().path("exchanges").path(0).path("url").asString())
                    .contains("/network-troubleshooting/v1/gateways/");
        }
    }

    @Test
    void anEnvelopeOfTheApiGatewayIsADeviation(@TempDir Path reports) throws IOException {
        Kind kind = new Kind(LiveRun.TOKEN, "", 900, 10_000, true, "");
        try (LiveProvider provider = LiveProvider.start(kind, HONEST, authority.shown())) {
            LiveRun run = run(provider, reports, "--gateway=" + LiveProvider.GATEWAY);

            assertThat(run.exit()).as(run.console()).isEqualTo(1);
            assertThat(run.broken())
                    .containsExactly("Unauthorized/properties/errorCode/const", "answered-by-the-service");
        }
    }

    @Test
    void whatIsKnownIsToldAndDoesNotFail(@TempDir Path reports) throws IOException {
        Kind kind = new Kind(LiveRun.TOKEN, "", 900, 10_000, true, "");
        Path known = reports.resolve("known.yaml");
        String gateway = "--gateway=" + LiveProvider.GATEWAY;
        try (LiveProvider provider = LiveProvider.start(kind, HONEST, authority.shown())) {
            assertThat(run(provider, reports, gateway, "--write-known=" + known).exit())
                    .isEqualTo(1);

            LiveRun accepted = run(provider, reports, gateway, "--known=" + known);
            assertThat(accepted.exit()).as(accepted.console()).isZero();
            assertThat(accepted.console())
                    .contains("CONFORMS as far as", "2 known findings", "say why this is accepted");

            Files.writeString(known, Files.readString(known).replaceAll("until: .*", "until: \"2020-01-01\""));
            LiveRun over = run(provider, reports, gateway, "--known=" + known);
            assertThat(over.exit()).as(over.console()).isEqualTo(1);
            assertThat(over.console()).contains("was accepted until 2020-01-01");

            Files.writeString(known, "[{clause: latency-order, reason: none, until: 2999-01-01}]");
            assertThat(run(provider, reports, gateway, "--known=" + known).console())
                    .contains("the known finding latency-order no longer occurs; take it out");
        }
    }

    @Test
    void whatWasAcceptedAndIsNoLongerThereIsItsUsersToMend(@TempDir Path reports) throws IOException {
        Path known = Files.writeString(
                reports.resolve("known.yaml"),
                "[{clause: latency-order, reason: none, until: 2999-01-01},"
                        + " {clause: no-such-clause, reason: none, until: 2999-01-01}]");
        try (LiveProvider provider = LiveProvider.start(Kind.of(LiveRun.TOKEN), HONEST, authority.shown())) {
            LiveRun run = run(provider, reports, "--gateway=" + LiveProvider.GATEWAY, "--known=" + known);

            assertThat(run.exit()).as(run.console()).isEqualTo(2);
            assertThat(run.console())
                    .contains("latency-order no longer occurs", "no-such-clause names no clause of the contract");
        }
    }

    @Test
    void aDoctorTriesTheWay(@TempDir Path reports) throws IOException {
        try (LiveProvider provider = LiveProvider.start(Kind.of(LiveRun.TOKEN), HONEST, authority.shown())) {
            String[] way = {
                "doctor",
                "--base-url=" + provider.baseUrl(),
                "--ca=" + authority.pem(),
                "--poll-interval=50ms",
                "--rate=500"
            };
            GateProcess.Result well = GateProcess.run(with(way, "--gateway=" + LiveProvider.GATEWAY));
            GateProcess.Result offline = GateProcess.run(with(way, "--gateway=" + LiveProvider.OFFLINE_GATEWAY));

            assertThat(well.out())
                    .contains("all is well", "  proxy      none", "  name       127.0.0.1 is 127.0.0.1")
                    .contains("  TCP        connected to 127.0.0.1:", "  TLS        TLSv1.", "CN=127.0.0.1 until 2")
                    .contains("  token      from GATE_TOKEN", "  gateway    " + LiveProvider.GATEWAY);
            assertThat(well.exit()).isZero();
            assertThat(offline.out()).contains("is offline");
            assertThat(offline.exit()).isEqualTo(3);
            assertThat(provider.starts()).isEqualTo(1);
        }
    }

    @Test
    void aDoctorSaysWhereTheWayEnds(@TempDir Path reports) throws IOException {
        try (LiveProvider provider = LiveProvider.start(Kind.of(LiveRun.TOKEN), HONEST, authority.shown())) {
            GateProcess.Result untrusted =
                    GateProcess.run("doctor", "--base-url=" + provider.baseUrl(), "--gateway=" + LiveProvider.GATEWAY);

            assertThat(untrusted.out()).contains("  TCP        connected", "  TLS        no trusted", "--ca");
            assertThat(untrusted.exit()).isEqualTo(3);
            assertThat(provider.requests()).isZero();
        }
    }

    @ParameterizedTest
    @FieldSource("io.gatewayping.acceptance.LiveProvider#REFUSED_GATEWAYS")
    void anotherGatewayThatTheTokenIsNotForIsNoFinding(String other, @TempDir Path reports) throws IOException {
        try (LiveProvider provider = LiveProvider.start(Kind.of(LiveRun.TOKEN), HONEST, authority.shown())) {
            LiveRun run = run(
                    provider,
                    reports,
                    "--gateway=" + LiveProvider.GATEWAY,
                    "--other-gateway=" + other,
                    "--tags=@errors-05");

            assertThat(run.exit()).as(run.console()).isEqualTo(3);
            assertThat(run.broken()).isEmpty();
            assertThat(run.console())
                    .contains("the token is refused for all that is asked of gateway " + other
                            + ": check --other-gateway, and that the token may read there");
        }
    }

    @Test
    void aProxyIsGoneThrough(@TempDir Path reports) throws IOException {
        try (LiveProvider provider = LiveProvider.start(Kind.of(LiveRun.TOKEN), HONEST, authority.shown());
                TunnelProxy proxy = TunnelProxy.open()) {
            LiveRun run = run(
                    provider,
                    reports,
                    "--gateway=" + LiveProvider.GATEWAY,
                    "--proxy=http://127.0.0.1:" + proxy.port(),
                    "--tags=@smoke");

            assertThat(run.exit()).as(run.console()).isZero();
            assertThat(proxy.heads()).isNotEmpty().allMatch(head -> head.startsWith("CONNECT 127.0.0.1:"));
        }
    }

    @Test
    void aFindingOfAWeakerBasisIsToldAndFailsOnlyWhoeverWantsIt(@TempDir Path reports) throws IOException {
        Tampering changing = changing("/startTime", "\"2025-05-20T13:34:58Z\"");
        try (LiveProvider provider = LiveProvider.start(Kind.of(LiveRun.TOKEN), changing, authority.shown())) {
            String gateway = "--gateway=" + LiveProvider.GATEWAY;
            LiveRun strict = run(provider, reports, gateway, "--tags=@lifecycle-05");
            LiveRun lenient = run(provider, reports, gateway, "--tags=@lifecycle-05", "--fail-on=documented");

            assertThat(strict.exit()).as(strict.console()).isEqualTo(1);
            assertThat(lenient.exit()).as(lenient.console()).isZero();
            assertThat(lenient.broken()).isEqualTo(strict.broken()).contains("start-time-never-changes");
            assertThat(lenient.console()).contains("accepted  its basis is inferred", "known   @lifecycle-05");
            assertThat(lenient.verdict()
                            .path("findings")
                            .path(0)
                            .path("accepted")
                            .asString())
                    .isEqualTo("its basis is inferred");
            assertThat(Files.readString(reports.resolve("findings.sarif"))).contains("suppressions");
            assertThat(Files.readString(reports.resolve("junit.xml"))).contains("failures=\"0\"", "is broken");

            LiveRun none = run(provider, reports, gateway, "--fail-on=everything");
            assertThat(none.exit()).isEqualTo(2);
            assertThat(none.console()).contains("--fail-on 'everything' is none of documented, derived, inferred");
        }
    }

    private static Tampering changing(String place, String value) {
        AnswerSpec further = new AnswerSpec(
                "running-further",
                null,
                null,
                Map.of(place, JsonMapper.shared().readTree(value)),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
        return Tampering.ofAnAnswer("running-further", further);
    }

    private static String[] with(String[] arguments, String more) {
        return Stream.concat(Stream.of(arguments), Stream.of(more)).toArray(String[]::new);
    }

    @Test
    void whoeverAcceptsWhatCannotBeIsFound(@TempDir Path reports) throws IOException {
        Tampering lax = Tampering.ofAnAnswer("bad-request", Yaml.read("lax.yaml", AnswerSpec.class));
        try (LiveProvider provider = LiveProvider.start(Kind.of(LiveRun.TOKEN), lax, authority.shown())) {
            LiveRun run = run(provider, reports, "--gateway=" + LiveProvider.GATEWAY);

            assertThat(run.exit()).as(run.console()).isEqualTo(1);
            assertThat(run.broken()).contains("states/the-request-is-rejected-as-invalid");
        }
    }

    @Test
    void whoeverStartsATestForNobodyIsFound(@TempDir Path reports) throws IOException {
        Tampering open = Tampering.ofItsRequests(Slip.STARTS_WITHOUT_A_TOKEN);
        try (LiveProvider provider = LiveProvider.start(Kind.of(LiveRun.TOKEN), open, authority.shown())) {
            LiveRun run = run(provider, reports, "--gateway=" + LiveProvider.GATEWAY);

            assertThat(run.exit()).as(run.console()).isEqualTo(1);
            assertThat(run.broken()).containsExactly("startPingTest/security");
            assertThat(provider.starts()).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "FAILS_AT_STARTS_WITHOUT_A_TOKEN | 1 | startPingTest/security",
                "LIMITS_STARTS_WITHOUT_A_TOKEN | 3 | the provider limited 3 requests in a row",
            })
    void whatIsAskedForInVainStartsNothing(Slip slip, int exit, String told, @TempDir Path reports) throws IOException {
        try (LiveProvider provider =
                LiveProvider.start(Kind.of(LiveRun.TOKEN), Tampering.ofItsRequests(slip), authority.shown())) {
            LiveRun run = run(
                    provider,
                    reports,
                    "--gateway=" + LiveProvider.GATEWAY,
                    "--tags=@live",
                    "--failing-destination=" + LiveProvider.FAILING);

            assertThat(run.exit()).as(run.console()).isEqualTo(exit);
            assertThat(run.console()).contains(told, "ok      @live-02").doesNotContain("--max-starts allows more");
        }
    }

    @Test
    void whoeverIsInterruptedReportsWhatWasSeen(@TempDir Path reports) throws IOException, InterruptedException {
        Tampering endless = Tampering.ofTheCourse("running");
        try (LiveProvider provider = LiveProvider.start(Kind.of(LiveRun.TOKEN), endless, authority.shown())) {
            Path printed = reports.resolve("printed");
            Path complained = reports.resolve("complained");
            Process gate = GateJvm.start(
                    List.of(),
                    printed,
                    complained,
                    "check",
                    "--live",
                    "--base-url=" + provider.baseUrl(),
                    "--gateway=" + LiveProvider.GATEWAY,
                    "--ca=" + authority.pem(),
                    "--poll-interval=100ms",
                    "--report-dir=" + reports);
            await().atMost(Duration.ofMinutes(1)).until(() -> provider.requests() > 1);
            gate.destroy();

            int exit = gate.waitFor();
            String console = Files.readString(printed) + Files.readString(complained);
            assertThat(exit).as(console).isEqualTo(3);
            assertThat(console).contains("may still run", "INCONCLUSIVE").doesNotContain("may help");
            assertThat(reports.resolve("verdict.json")).exists();
        }
    }

    @Test
    void aTestThatIsNotThereOnceItIsStartedIsNoMatterOfItsDestination(@TempDir Path reports) throws IOException {
        Tampering lost = Tampering.ofTheCourse("not-found");
        try (LiveProvider provider = LiveProvider.start(Kind.of(LiveRun.TOKEN), lost, authority.shown())) {
            LiveRun run = run(provider, reports, "--gateway=" + LiveProvider.GATEWAY);

            assertThat(run.exit()).as(run.console()).isEqualTo(1);
            assertThat(run.broken()).containsExactly("states/a-ping-test-runs-to-completion");
            assertThat(run.console())
                    .contains("ended with 404 and not with 200 COMPLETED\n")
                    .doesNotContain("may help");
        }
    }

    private static boolean exercised(LiveRun run, String clause) {
        return run.verdict()
                .path("clauses")
                .valueStream()
                .filter(it -> it.path("id").asString().equals(clause))
                .anyMatch(it -> it.path("exercised").asBoolean());
    }

    private static LiveRun run(LiveProvider provider, Path reports, String... more) throws IOException {
        return LiveRun.of(provider.baseUrl(), authority.pem(), reports, more);
    }
}
