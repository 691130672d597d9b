package io.gatewayping.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatewayping.acceptance.CableTests.Telling;
import io.gatewayping.acceptance.CableTests.Wrong;
import io.gatewayping.cli.GateProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A deployment of another operation is judged as a caller can, by its contract and its features alone. */
final class OtherContractLiveIT {

    private static final String[] CONTRACT = {"--contract=src/test/resources/cable/cable-test.yaml"};
    private static final String FEATURES = "--features=src/test/resources/cable";
    private static final String OWNER = "--owner=" + CableTests.SWITCH;
    private static final String OTHER = "--other-owner=" + CableTests.OTHER_SWITCH;
    private static final String SITE = "--path-param=site-id=" + CableTests.SITE;

    @Test
    void conformsAsFarAsACallerCanTell(@TempDir Path reports) throws IOException {
        try (CableTests provider = CableTests.start(LiveRun.TOKEN, Wrong.NOTHING, Telling.BOTH)) {
            LiveRun run = run(provider, reports, OWNER, OTHER, SITE);

            assertThat(provider.defects()).isEmpty();
            assertThat(run.exit()).as(run.console()).isZero();
            assertThat(run.console())
                    .contains(
                            "at most 3 cable tests on the switch SG30LMR114 (site-id campus-0042), none on SG99ZZZ000")
                    .contains("starting a cable test on SG30LMR114", "CONFORMS as far as a caller can tell")
                    .contains("the cable test ended with 200 COMPLETED; no option starts one that ends with 200 FAILED")
                    .doesNotContain("ping", "gateway", "estination");
            assertThat(provider.starts()).isEqualTo(1);
            assertThat(provider.sites()).containsExactly(CableTests.SITE);
            assertThat(run.traces()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "CHANGES_A_RESULT, terminal-answer-never-changes",
        "KNOWS_A_TEST_AT_ANY_SITE, states/no-cable-test-exists",
        "KNOWS_A_TEST_BY_ALL_BUT_ITS_LAST_DIGIT, states/no-cable-test-exists",
        "KNOWS_A_TEST_BY_ITS_NUMBER_ALONE, states/the-cable-test-belongs-to-another-switch"
    })
    void aBreachIsFound(Wrong wrong, String clause, @TempDir Path reports) throws IOException {
        try (CableTests provider = CableTests.start(LiveRun.TOKEN, wrong, Telling.BOTH)) {
            LiveRun run = run(provider, reports, OWNER, OTHER, SITE);

            assertThat(run.exit()).as(run.console()).isEqualTo(1);
            assertThat(run.broken()).contains(clause);
        }
    }

    @ParameterizedTest
    @EnumSource(Telling.class)
    void theTestIsFoundWhereverItIsTold(Telling telling, @TempDir Path reports) throws IOException {
        try (CableTests provider = CableTests.start(LiveRun.TOKEN, Wrong.NOTHING, telling)) {
            LiveRun run = run(provider, reports, OWNER, SITE, "--name=A cable test is started");

            assertThat(run.broken()).doesNotContain("states/a-cable-test-has-completed");
            assertThat(run.console()).contains("waiting for the cable test to end: 200 RUNNING");
        }
    }

    @Test
    void whatIsNotExercisedSaysWhichOptionHelps(@TempDir Path reports) throws IOException {
        try (CableTests provider = CableTests.start(LiveRun.TOKEN, Wrong.NOTHING, Telling.BOTH)) {
            assertThat(run(provider, reports, OWNER, SITE).console())
                    .contains("it needs a second switch of the tenant; --other-owner names one");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "NOTHING | SG00AAA000 | campus-0042 | the switch SG00AAA000 is offline (HPE_GRAVITY_DEVICE_OFFLINE"
                        + " Device offline: SG00AAA000): bring it online, or name another with --owner",
                "NOTHING | SG30LMR114 | branch-0007 | the start was refused as invalid (HPE_GRAVITY_BAD_REQUEST no such"
                        + " port of such a switch): check --owner and --path-param",
                "ACCEPTS_WITHOUT_A_LOCATION | SG30LMR114 | campus-0042 | the start was accepted, but names no location of"
                        + " the cable test (application/json), which begins with '{",
                "NAMES_THE_TEST_OF_ANOTHER_SWITCH | SG30LMR114 | campus-0042 | the provider has answered the start of a"
                        + " cable test with a location that it was not asked for (serial-number SG99ZZZ000 in the place"
                        + " of SG30LMR114): ",
                "NAMES_THE_TEST_OF_ANOTHER_SITE_IN_THE_BODY | SG30LMR114 | campus-0042 | the provider has answered the"
                        + " start of a cable test with a location that it was not asked for (site-id branch-0007 in the"
                        + " place of campus-0042): "
            })
    void aStartThatIsRefusedIsToldInItsOwnWords(
            Wrong wrong, String owner, String site, String line, @TempDir Path reports) throws IOException {
        try (CableTests provider = CableTests.start(LiveRun.TOKEN, wrong, Telling.BOTH)) {
            LiveRun run = run(provider, reports, "--owner=" + owner, "--path-param=site-id=" + site);

            assertThat(run.console()).contains(line, "0 scenarios, 1 request, ", "no scenario was run");
            assertThat(run.exit()).isEqualTo(wrong == Wrong.ACCEPTS_WITHOUT_A_LOCATION ? 1 : 3);
            assertThat(provider.requests()).isEqualTo(1);
        }
    }

    @Test
    void aDoctorTriesTheWay() throws IOException {
        try (CableTests provider = CableTests.start(LiveRun.TOKEN, Wrong.NOTHING, Telling.BOTH)) {
            GateProcess.Result result = GateProcess.run(arguments(
                    "doctor", "--base-url=" + provider.baseUrl(), "--poll-interval=5ms", "--rate=500", OWNER, SITE));

            assertThat(result.exit()).as(result.console()).isZero();
            assertThat(result.out())
                    .contains("it starts one cable test on SG30LMR114")
                    .contains("  switch     SG30LMR114 runs cable tests to their end")
                    .doesNotContain("ping", "gateway");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--path-param=site-id=campus-0042 | --live needs --owner, the serial number of a switch to start cable"
                        + " tests on",
                "--owner=SG30LMR114 | --live needs --path-param site-id=VALUE: the path of a cable test has it",
                "--owner=CNF7K9X0AB --path-param=site-id=campus-0042 | --owner 'CNF7K9X0AB' is refused by the contract:"
                        + " the parameter serial-number matches ^SG[A-Z0-9]{8}$",
                "--owner=SG30LMR114 --other-owner=x --path-param=site-id=campus-0042 | --other-owner 'x' is"
                        + " refused by the contract: ",
                "--owner=SG30LMR114 --other-owner=SG30LMR114 --path-param=site-id=campus-0042 | --other-owner is the same"
                        + " as --owner",
                "--owner=SG30LMR114 --path-param=site-id | --path-param 'site-id' is no NAME=VALUE",
                "--owner=SG30LMR114 --path-param=site=campus-0042 | --path-param 'site' is nothing that the path of a"
                        + " cable test needs; it needs site-id",
                "--owner=SG30LMR114 --path-param=test-number=1 | --path-param 'test-number' is nothing that the path",
                "--owner=SG30LMR114 --path-param=serial-number=SG30LMR114 | --path-param 'serial-number' is nothing that",
                "--owner=SG30LMR114 --path-param=site-id=campus-42 | --path-param site-id 'campus-42' is refused by the"
                        + " contract: the parameter site-id matches ",
                "--owner=SG30LMR114 --path-param=site-id=a/b | --path-param site-id 'a/b' is refused by the contract: it"
                        + " is no segment of a path",
                "--owner=SG30LMR114 --path-param=site-id=campus-0042 --path-param=site-id=campus-0043 | --path-param"
                        + " site-id is given twice",
                "--owner=SG30LMR114 --path-param=site-id=campus-0042 --destination=www.google.com | --destination has no"
                        + " use: the start of a cable test takes no destination; what it is started with is the example"
                        + " of its request in the contract: change that one",
            })
    void whatTheContractDoesNotTakeIsOneClearLineAndNothingIsSent(String options, String line, @TempDir Path reports)
            throws IOException {
        try (CableTests provider = CableTests.start(LiveRun.TOKEN, Wrong.NOTHING, Telling.BOTH)) {
            LiveRun run = run(provider, reports, options.split(" "));

            assertThat(run.exit()).as(run.console()).isEqualTo(2);
            assertThat(run.console().lines()).singleElement().asString().startsWith("gate: " + line);
            assertThat(provider.requests()).isZero();
        }
    }

    private static LiveRun run(CableTests provider, Path reports, String... options) throws IOException {
        return LiveRun.of(provider.baseUrl(), reports, arguments(FEATURES, options));
    }

    private static String[] arguments(String first, String... more) {
        return Stream.of(Stream.of(first), Stream.of(CONTRACT), Stream.of(more))
                .flatMap(each -> each)
                .toArray(String[]::new);
    }
}
