package io.gatewayping.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What users of command lines expect of one. */
final class HabitsTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {"", "check ", "stub ", "clauses ", "prove ", "replay ", "completion ", "pacts ", "pacts check "})
    void everyCommandTellsItsVersionAndItsExitCodes(String command) {
        assertThat(GateProcess.run((command + "-V").split(" ")).out()).startsWith("gate ");
        assertThat(GateProcess.run((command + "--help").split(" ")).out())
                .contains("Exit codes:", "  0   ", "  1   ", "  2   ", "  3   ");
    }

    @ParameterizedTest
    @CsvSource({
        "help, Usage: gate [-hV] COMMAND",
        "help check, Usage: gate check ",
        "help pacts, Usage: gate pacts [-hV] COMMAND",
        "help pacts check, Usage: gate pacts check ",
        "help pacts can-i-deploy, Usage: gate pacts can-i-deploy ",
        "help help, Usage: gate help "
    })
    void helpIsThatOfTheCommand(String command, String usage) {
        GateProcess.Result help = GateProcess.run(command.split(" "));

        assertThat(help.exit()).isZero();
        assertThat(help.out()).startsWith(usage);
    }

    @Test
    void aSummaryOfACommandIsASentence() {
        String commands = GateProcess.run("--help").out().replaceAll("(?s).*Commands:\\n|\\n\\nExit codes.*", "");

        assertThat(commands.split("\\n  (?=\\S)")).hasSizeGreaterThan(8).allMatch(summary -> summary.strip()
                .matches("(?s).*[.?]"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "check",
                "init",
                "doctor",
                "stub",
                "replay",
                "clauses",
                "prove",
                "docs",
                "pacts check",
                "pacts publish",
                "pacts verify",
                "pacts can-i-deploy",
                "pacts record-deployment"
            })
    void everyOptionIsInTheDocumentation(String command) throws IOException {
        StringBuilder documentation = new StringBuilder(Files.readString(Path.of("README.md")));
        try (Stream<Path> pages = Files.list(Path.of("docs"))) {
            for (Path page : pages.filter(it -> it.toString().endsWith(".md")).toList()) {
                documentation.append(Files.readString(page));
            }
        }

        String help = GateProcess.run((command + " --help").split(" ")).out();

        assertThat(Pattern.compile("(?m)^ {2,6}(?:-\\w, )?(--[a-z-]+)")
                        .matcher(help)
                        .results()
                        .map(option -> option.group(1))
                        .filter(option -> !List.of("--help", "--version").contains(option)))
                .isNotEmpty()
                .allMatch(option -> Pattern.compile(option + "(?![a-z-])")
                        .matcher(documentation)
                        .find());
    }

    @ParameterizedTest
    @CsvSource({"chekc, did you mean check", "check --base-ulr, did you mean --base-url"})
    void aSlipIsUnderstood(String command, String meant) {
        GateProcess.Result result = GateProcess.run(command.split(" "));

        assertThat(result.exit()).isEqualTo(2);
        assertThat(result.err()).contains(meant);
    }

    @Test
    void aMisspeltTagIsTold() {
        GateProcess.Result list = GateProcess.run("check", "--list", "--tags", "@acess or @http");

        assertThat(list.err()).isEqualToIgnoringNewLines("gate: no scenario has the tag @acess; did you mean @access?");
        assertThat(GateProcess.run("check", "--list", "--tags", "not @slow").err())
                .isEmpty();
    }

    @Test
    void whatWouldBeRunIsListedByTagNameAndLine() {
        List<String> all = listed();
        List<String> cut = listed("--name", "RUNS to");
        List<String> atLine = listed("features/lifecycle.feature:" + line(cut.get(cut.size() - 1)));

        assertThat(all).hasSizeGreaterThan(40).doesNotHaveDuplicates();
        assertThat(cut).hasSizeGreaterThan(1).allMatch(line -> line.contains("runs to"));
        assertThat(atLine).singleElement().asString().contains("runs to");
        assertThat(listed("--tags", "@smoke")).isNotEmpty().allMatch(line -> line.contains(" @smoke"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"--name=runs to", "--features=features"})
    void whereAScenarioIsListedItIsFound(String asked) {
        String line = listed(asked).get(0);

        assertThat(listed(line.replaceFirst("  .*", ""))).containsExactly(line);
    }

    /** Of a feature, of a rule and of examples, as in Cucumber. */
    @ParameterizedTest
    @CsvSource({"Feature: Access, 8", "Examples:, 2"})
    void aLineIsThatOfWhateverBeginsThere(String beginning, int least) throws IOException {
        List<String> lines = Files.readAllLines(Path.of("features", "access.feature"));
        int line = 1
                + IntStream.range(0, lines.size())
                        .filter(index -> lines.get(index).strip().startsWith(beginning))
                        .findFirst()
                        .orElseThrow();
        String asked = "features/access.feature:" + line;

        List<String> listed = listed(asked);
        GateProcess.Result run = GateProcess.run("check", "--quiet", asked, "--report-dir", folder.toString());

        assertThat(listed).hasSizeGreaterThanOrEqualTo(least);
        assertThat(run.out()).contains("only the " + listed.size() + " scenarios of " + asked + ": CONFORMS");
    }

    @ParameterizedTest
    @CsvSource({
        "--tags=@no-such-tag, --tags '@no-such-tag'",
        "--tags=@live, --tags '@live'",
        "--name=no such name, --name 'no such name'",
        "features/access.feature:9999, features/access.feature:9999"
    })
    void aFilterThatLetsNothingThroughIsTold(String filter, String asked) {
        String told = "none matches " + asked
                + "; gate check --list lists all there are (those with @live are for --live alone)";

        GateProcess.Result run = GateProcess.run("check", filter, "--report-dir", folder.toString());
        GateProcess.Result list = GateProcess.run("check", filter, "--list");

        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.out())
                .containsOnlyOnce("no scenario was run: " + told)
                .contains("0 scenarios, 0 requests")
                .endsWith(", no scenario of " + asked + " was run: INCONCLUSIVE" + System.lineSeparator());
        assertThat(folder.resolve("junit.xml")).content().contains("no scenario was run: none matches ");
        assertThat(list.exit()).isEqualTo(3);
        assertThat(list.out()).isEmpty();
        assertThat(list.err()).isEqualToIgnoringNewLines("gate: no scenario would be run: " + told);
    }

    @Test
    void whatIsRequiredAndWasNotRunIsMissed() {
        GateProcess.Result run = GateProcess.run(
                "check", "--quiet", "--name=runs to", "--require=@no-such-tag", "--report-dir", folder.toString());

        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.out()).contains("no scenario with the required tags '@no-such-tag' was run");
    }

    @Test
    void aFeatureThatCannotBeRunIsNotListed() throws IOException {
        Files.writeString(
                folder.resolve("some.feature"), "Feature: Something\n  Scenario: Unknown\n    When the client guesses");

        GateProcess.Result list = GateProcess.run("check", "--list", "--features", folder.toString());

        assertThat(list.exit()).isEqualTo(2);
        assertThat(list.err()).startsWith("gate: ").contains("some.feature:3: no such step: the client guesses");
    }

    @Test
    void aFilteredRunSaysSoInItsVerdictAndRunsWhatWasListed() {
        GateProcess.Result result =
                GateProcess.run("check", "--name", "runs to", "--workers", "2", "--report-dir", folder.toString());

        assertThat(result.exit()).isZero();
        assertThat(result.out())
                .contains(" scenarios ok → " + folder.resolve("report.html"))
                .endsWith(", only the " + listed("--name", "runs to").size()
                        + " scenarios of --name 'runs to': CONFORMS" + System.lineSeparator());
    }

    @Test
    void clausesFitATerminal() {
        assertThat(GateProcess.run("clauses").out().lines())
                .hasSizeGreaterThan(100)
                .allMatch(line -> line.length() <= 120);
    }

    @Test
    void completionKnowsTheOptions() {
        assertThat(GateProcess.run("completion").out()).contains("--base-url", "can-i-deploy");
    }

    @Test
    void theEvidenceIsOneFileWithSums() throws Exception {
        Path file = folder.resolve("evidence.zip");
        GateProcess.run(
                "check",
                "--quiet",
                "--name",
                "runs to",
                "--report-dir",
                folder.toString(),
                "--evidence",
                file.toString());

        assertThat(Files.getPosixFilePermissions(file))
                .as("whoever may read the reports may read it")
                .isEqualTo(Files.getPosixFilePermissions(folder.resolve("verdict.json")));
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).noneMatch(path -> path.getFileName().toString().startsWith("."));
        }
        Map<String, byte[]> contents = unzipped(file);
        assertThat(contents)
                .containsKeys(
                        "reports/verdict.json",
                        "reports/report.html",
                        "gateway-ping.yaml",
                        "features/errors.feature",
                        "SHA256SUMS");
        List<String> sums = new ArrayList<>();
        for (Map.Entry<String, byte[]> content : contents.entrySet()) {
            if (!content.getKey().equals("SHA256SUMS")) {
                byte[] digest = MessageDigest.getInstance("SHA-256").digest(content.getValue());
                sums.add(HexFormat.of().formatHex(digest) + "  " + content.getKey());
            }
        }
        assertThat(new String(contents.get("SHA256SUMS"), StandardCharsets.UTF_8).lines())
                .containsExactlyInAnyOrderElementsOf(sums);
    }

    private static Map<String, byte[]> unzipped(Path file) throws IOException {
        Map<String, byte[]> contents = new HashMap<>();
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                contents.put(entry.getName(), zip.readAllBytes());
            }
        }
        return contents;
    }

    private static List<String> listed(String... filter) {
        List<String> arguments = new ArrayList<>(List.of("check", "--list"));
        arguments.addAll(List.of(filter));
        GateProcess.Result result = GateProcess.run(arguments.toArray(String[]::new));
        assertThat(result.err()).isEmpty();
        assertThat(result.exit()).isZero();
        return result.out().lines().toList();
    }

    private static String line(String listed) {
        return listed.replaceFirst("  .*", "").replaceFirst(".*:", "");
    }
}
