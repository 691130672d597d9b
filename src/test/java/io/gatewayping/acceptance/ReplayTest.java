package io.gatewayping.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatewayping.cli.GateProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run against a provider with one wrong figure found is shown again by that one, and by no honest one. */
final class ReplayTest {

    private static final String TOKEN = System.getenv("GATE_TOKEN");
    private static final String BREACH = "rate is a fraction of one";

    @TempDir
    private static Path reports;

    private static Tampering tampering;

    @BeforeAll
    static void find() throws IOException {
        tampering = Breach.all()
                .filter(it -> it.name().equals(BREACH))
                .findFirst()
                .orElseThrow()
                .tampering();
        GateRun.against(tampering, reports, "5s", "--seed=7", "--name=success rate");
    }

    @Test
    void theFindingsAreListedByTheNumberThatNamesThem() {
        GateProcess.Result list = GateProcess.run("replay", har());

        assertThat(list.exit()).isZero();
        assertThat(list.out())
                .startsWith("1  rate-matches-counts at /output/successRatePercent: the success rate is")
                .hasLineCount(1);
    }

    @Test
    void aFindingShowsAgain() throws IOException {
        try (PingProvider provider = PingProvider.start(tampering, TOKEN)) {
            GateProcess.Result replay =
                    replay(provider.baseUrl().toString(), provider.stateUrl().toString());

            assertThat(replay.exit()).as(replay.console()).isEqualTo(1);
            assertThat(replay.out())
                    .contains("rate-matches-counts at /output/successRatePercent", "actual:   \"1\"", "$GATE_TOKEN")
                    .contains("rate-matches-counts shows again" + System.lineSeparator())
                    .endsWith(provider.baseUrl() + " by what showed finding 1 alone: DOES_NOT_CONFORM"
                            + System.lineSeparator())
                    .doesNotContain(TOKEN);
        }
    }

    @Test
    void aFindingThatIsMendedDoesNot() throws IOException {
        try (PingProvider provider = PingProvider.start(Tampering.NONE, TOKEN)) {
            GateProcess.Result replay =
                    replay(provider.baseUrl().toString(), provider.stateUrl().toString());

            assertThat(replay.exit()).as(replay.console()).isZero();
            assertThat(replay.out())
                    .contains("rate-matches-counts does not show again")
                    .endsWith(" by what showed finding 1 alone: CONFORMS" + System.lineSeparator());
        }
    }

    @Test
    void whatOnlySeveralRefusalsShowIsSentAsOften(@TempDir Path alike) throws IOException {
        Tampering telling = Breach.all()
                .filter(it -> it.name().equals("another 401 for an unknown task"))
                .findFirst()
                .orElseThrow()
                .tampering();
        GateRun.against(telling, alike, "5s", "--seed=7", "--name=does not show whether there is");
        String har = alike.resolve("exchanges.har").toString();
        assertThat(GateProcess.run("replay", har).out()).startsWith("1  unauthenticated-answers-alike");

        try (PingProvider provider = PingProvider.start(telling, TOKEN);
                PingProvider honest = PingProvider.start(Tampering.NONE, TOKEN)) {
            GateProcess.Result again = sent(har, provider);
            GateProcess.Result mended = sent(har, honest);

            assertThat(again.exit()).as(again.console()).isEqualTo(1);
            assertThat(again.out()).contains("unauthenticated-answers-alike shows again");
            assertThat(mended.exit()).as(mended.console()).isZero();
        }
    }

    @Test
    void whatOnlyAConnectionShowsIsSentByOne(@TempDir Path connection) throws IOException {
        Tampering trusting = Breach.all()
                .filter(it -> it.name().equals("a connection that has carried the token lets everybody in"))
                .findFirst()
                .orElseThrow()
                .tampering();
        GateRun.against(trusting, connection, "5s", "--seed=7", "--tags=@access-07");
        String har = connection.resolve("exchanges.har").toString();

        try (PingProvider provider = PingProvider.start(trusting, TOKEN)) {
            GateProcess.Result again = sent(har, provider);

            assertThat(again.exit()).as(again.console()).isEqualTo(1);
            assertThat(again.out()).contains("getPingTest/security shows again", " --next ");
        }
    }

    private static GateProcess.Result sent(String har, PingProvider provider) {
        return GateProcess.run(
                "replay", har, "--finding=1", "--base-url=" + provider.baseUrl(), "--state-url=" + provider.stateUrl());
    }

    @Test
    void whereTheTokenIsRefusedNothingIsKnown() throws IOException {
        try (PingProvider provider = PingProvider.start(tampering, "another-token-than-the-gate-has")) {
            GateProcess.Result replay =
                    replay(provider.baseUrl().toString(), provider.stateUrl().toString());

            assertThat(replay.exit()).as(replay.console()).isEqualTo(3);
            assertThat(replay.out())
                    .contains("could not be judged: the provider refuses the token with 401")
                    .contains("rate-matches-counts was not shown again" + System.lineSeparator());
        }
    }

    @Test
    void whereNobodyAnswersNothingIsKnown() {
        GateProcess.Result replay = replay("http://127.0.0.1:1", "http://127.0.0.1:1");

        assertThat(replay.exit()).isEqualTo(3);
        assertThat(replay.out())
                .contains("could not be judged: ", "was not shown again")
                .endsWith("INCONCLUSIVE\n");
    }

    @Test
    void whatCannotBeSentIsToldBeforeAnythingIs() throws IOException {
        Path foreign = Files.writeString(reports.resolve("foreign.har"), "{\"log\": {\"entries\": []}}");

        assertThat(GateProcess.run("replay", foreign.toString()).err())
                .isEqualToIgnoringNewLines("gate: " + foreign
                        + ": it is no exchanges.har of this program, which tells the findings as well");
        assertThat(GateProcess.run("replay", har(), "--finding", "2").err())
                .startsWith("gate: --finding 2 is none of the 1 findings of ");
        assertThat(GateProcess.run("replay", har(), "--finding", "1").err())
                .isEqualToIgnoringNewLines("gate: no provider: give --base-url");
        assertThat(replay(
                                "http://127.0.0.1:1",
                                "http://127.0.0.1:1",
                                "--contract=src/test/resources/traceroute/traceroute.yaml")
                        .err())
                .startsWith("gate: the contract has no ");
    }

    @Test
    void aRunOfALiveDeploymentIsNotSentAgain() throws IOException {
        Path live = Files.writeString(
                reports.resolve("live.har"),
                Files.readString(Path.of(har())).replace("\"_live\":false", "\"_live\":true"));

        GateProcess.Result replay =
                GateProcess.run("replay", live.toString(), "--finding=1", "--base-url=http://127.0.0.1:1");

        assertThat(replay.exit()).isEqualTo(2);
        assertThat(replay.err()).contains("it is of a run with --live");
    }

    private static GateProcess.Result replay(String baseUrl, String stateUrl, String... more) {
        List<String> arguments = new ArrayList<>(
                List.of("replay", har(), "--finding=1", "--base-url=" + baseUrl, "--state-url=" + stateUrl));
        arguments.addAll(List.of(more));
        return GateProcess.run(arguments.toArray(String[]::new));
    }

    private static String har() {
        return reports.resolve("exchanges.har").toString();
    }
}
