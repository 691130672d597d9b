package io.gatewayping.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The script at the top, run as its users run it, in a checkout whose path has blanks and an umlaut. */
final class GateScriptIT {

    private static final Pattern URL = Pattern.compile("listens on (http://\\S+)");
    private static final Map<String, String> PLAIN = Map.of();

    @TempDir
    private static Path folder;

    private static ScriptCheckout checkout;

    @BeforeAll
    static void checkOut() throws IOException {
        checkout = ScriptCheckout.built(folder.resolve("a checkout with blänks"));
    }

    @Test
    void judgesTheStubFromAnyFolderAndThroughALink() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("linked"), checkout.path("gate"));
        Path reports = folder.resolve("some reports");

        GateProcess.Result result = checkout.run(
                PLAIN,
                "sh",
                "-c",
                "cd / && exec '" + link + "' check --tags @access-01 --report-dir '" + reports + "'");

        assertThat(result.err()).isEmpty();
        assertThat(result.exit()).isZero();
        assertThat(result.out()).endsWith("CONFORMS\n");
        assertThat(reports).isDirectoryContaining("glob:**verdict.json");
    }

    @Test
    void readsTheContractOfTheCheckout() throws Exception {
        Path contract = checkout.path("openapi/gateway-ping.yaml");
        String good = Files.readString(contract);
        try {
            Files.writeString(contract, good.replace("progressPercent: 80", "progressPercent: 180"));
            GateProcess.Result result = checkout.gate(PLAIN, "clauses");

            assertThat(result.exit()).isEqualTo(2);
            assertThat(result.err())
                    .startsWith("gate: " + contract + ": /components/examples/running-further/value/progressPercent: ")
                    .hasLineCount(1);
        } finally {
            Files.writeString(contract, good);
        }
    }

    @Test
    void asksForAJdkWhenThereIsNone() throws Exception {
        GateProcess.Result result = checkout.gate(Map.of("PATH", tools().toString(), "JAVA_HOME", ""), "check");

        assertThat(result.exit()).isEqualTo(2);
        assertThat(result.err())
                .isEqualTo("gate: no Java found: install a JDK 17 or later, or point JAVA_HOME at one\n");
    }

    @Test
    void asksForANewerJdkWhenThereIsAnOldOne() throws Exception {
        Path java = checkout.script("old jdk/bin/java", "#!/bin/sh\necho '    java.specification.version = 11' >&2\n");

        GateProcess.Result result =
                checkout.gate(Map.of("JAVA_HOME", checkout.path("old jdk").toString()), "check");

        assertThat(result.exit()).isEqualTo(2);
        assertThat(result.err())
                .isEqualTo("gate: " + java + " is Java 11: install a JDK 17 or later, or point JAVA_HOME at one\n");
    }

    @ParameterizedTest
    @CsvSource({"TERM, 143", "INT, 130", "KILL, 137"})
    void theStubServesUntilItIsStopped(String signal, int exit) throws Exception {
        Path log = folder.resolve(signal + ".log");
        Process stub = new ProcessBuilder(checkout.path("gate").toString(), "stub", "--port", "0")
                .redirectOutput(log.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try {
            String url = await().atMost(60, TimeUnit.SECONDS).until(() -> url(log), found -> !found.isEmpty());
            assertThat(status(url + "/")).isEqualTo(404);

            checkout.signal(stub, signal);

            assertThat(stub.waitFor(20, TimeUnit.SECONDS)).isTrue();
            assertThat(stub.exitValue()).isEqualTo(exit);
            int port = URI.create(url).getPort();
            await().atMost(20, TimeUnit.SECONDS).until(() -> isFree(port));
        } finally {
            stub.destroyForcibly();
        }
    }

    @Test
    void aRunThatIsStoppedReportsWhatWasSeen() throws Exception {
        Path reports = checkout.path("stopped");
        try (ServerSocket silent = new ServerSocket(0)) {
            Process gate = checkout.start(
                    Map.of("GATE_TOKEN", "let-me-in"),
                    "check",
                    "--base-url",
                    "http://127.0.0.1:" + silent.getLocalPort(),
                    "--report-dir",
                    reports.toString());
            await().atMost(60, TimeUnit.SECONDS)
                    .until(() -> checkout.files("stopped", ".running-.*").size() == 1);
            gate.destroy();

            GateProcess.Result result = checkout.end(gate);
            assertThat(result.exit()).as(result.console()).isEqualTo(3);
            assertThat(result.out()).contains("could not be judged:\n  stopped by its user\n");
        }
        assertThat(checkout.files("stopped", ".*"))
                .containsExactlyInAnyOrder(
                        "exchanges.har", "findings.sarif", "junit.xml", "report.html", "verdict.json");
    }

    @Test
    void reportsOfAnEarlierRunOutliveWhatRunsNothing() throws Exception {
        String reports = reported("kept");

        assertThat(checkout.gate(PLAIN, "check", "--list", "--report-dir", reports)
                        .exit())
                .isZero();

        assertThat(checkout.files("kept", ".*")).hasSize(7);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-Xmx2m", "-XX:Foo"})
    void noReportOfAnEarlierRunOutlivesAStartThatFails(String options) throws Exception {
        String reports = reported("earlier");

        GateProcess.Result result =
                checkout.gate(Map.of("JAVA_TOOL_OPTIONS", options), "check", "--report-dir", reports);

        assertThat(result.exit()).isGreaterThan(1);
        assertThat(checkout.files("earlier", ".*")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-Duser.language=tr -Duser.country=TR",
                "-Duser.language=ar -Duser.country=EG -Duser.extensions=u-nu-arab -Duser.timezone=Asia/Kathmandu"
            })
    void theLocaleChangesNothing(String options) throws Exception {
        GateProcess.Result result =
                checkout.gate(Map.of("JDK_JAVA_OPTIONS", options, "LC_ALL", "C"), "check", "--tags", "@access-01");

        assertThat(result.out())
                .containsPattern("\n\\d+ scenarios, \\d+ requests")
                .endsWith("CONFORMS\n");
        assertThat(result.exit()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a-token-of-two\nlines-and-no-more", "ein-Schlüssel-mit-Umlaut"})
    void aTokenThatNoHeaderCarriesIsItsUsersToMend(String token) throws Exception {
        GateProcess.Result result = checkout.gate(
                Map.of("A_TOKEN", token, "LC_ALL", "C.UTF-8"),
                "check",
                "--base-url=http://127.0.0.1:1",
                "--token-env=A_TOKEN");

        assertThat(result.exit()).isEqualTo(2);
        assertThat(result.err())
                .isEqualToIgnoringNewLines("gate: the environment variable A_TOKEN holds a token with a line break or"
                        + " another character that no header carries");
    }

    @Test
    void namesOfFilesAreReadUnderThePosixLocale() throws Exception {
        checkout.write("ünïcode/ein Fall.feature", checkout.read("features/shape.feature"));

        GateProcess.Result result = checkout.gate(
                Map.of("LC_ALL", "POSIX"), "check", "--quiet", "--features", "ünïcode", "--report-dir", "bérichte");

        assertThat(result.err()).isEmpty();
        assertThat(result.exit()).isZero();
        assertThat(checkout.files("bérichte", ".*")).hasSize(7);
    }

    @ParameterizedTest
    @CsvSource({
        "JAVA_TOOL_OPTIONS, -Xmx1g -Xms2g, --version, 2, JAVA_TOOL_OPTIONS is set: mend or unset it",
        "JDK_JAVA_OPTIONS, -XX:+NoSuchOption, --version, 2, JDK_JAVA_OPTIONS is set: mend or unset it",
        "JAVA_TOOL_OPTIONS, -XX:+PrintFlagsInitial, --version, 3, Java ended by itself (exit 0)",
        "JAVA_TOOL_OPTIONS, -XX:+UseParallelGC, --version, 0,"
    })
    void whatTheEnvironmentDoesToJavaIsNotBlamedOnAProvider(
            String variable, String value, String command, int exit, String line) throws Exception {
        GateProcess.Result result = checkout.gate(Map.of(variable, value), command);

        assertThat(result.exit()).isEqualTo(exit);
        if (line != null) {
            assertThat(result.err().lines().toList())
                    .last()
                    .asString()
                    .startsWith("gate: ")
                    .contains(line);
        }
    }

    /** From Java 24 on, what quickens a start needs room as well, without which Java does not start. */
    @Test
    void tooLittleMemoryIsNotBlamedOnAProvider() throws Exception {
        GateProcess.Result result = checkout.gate(Map.of("JDK_JAVA_OPTIONS", "-Xmx8m"), "clauses");

        boolean starts = Runtime.version().feature() < 24;
        assertThat(result.exit()).isEqualTo(starts ? 3 : 2);
        assertThat(result.err().lines().toList())
                .last()
                .asString()
                .startsWith("gate: ")
                .contains(starts ? "give it more" : "JDK_JAVA_OPTIONS is set: mend or unset it");
    }

    @Test
    void reportsThatNobodyAskedForGoElsewhereWhereTheirFolderIsRefused() throws Exception {
        checkout.write("refused/target", "in the way");
        Path elsewhere = Files.createDirectory(checkout.path("elsewhere"));

        GateProcess.Result result = checkout.run(
                Map.of("JDK_JAVA_OPTIONS", "'-Djava.io.tmpdir=" + elsewhere + "'"),
                "sh",
                "-c",
                "cd refused && exec ../gate check --quiet --tags @access-01");

        assertThat(result.exit()).isZero();
        String reports = "elsewhere/" + checkout.files("elsewhere", "gate-.*").get(0);
        assertThat(result.err())
                .contains("gate: the reports go to " + checkout.path(reports)
                        + ", since target/gate cannot be written to: ");
        assertThat(checkout.files(reports, ".*")).hasSize(7);
    }

    /** Elsewhere the new ones would leave the old verdict to be read as theirs. */
    @Test
    void reportsOfAnEarlierRunThatCannotBeTakenAwayAreTold() throws Exception {
        checkout.write("left/target/gate/verdict.json/something", "in the way");

        GateProcess.Result result = checkout.run(PLAIN, "sh", "-c", "cd left && exec ../gate check --quiet");

        assertThat(result.exit()).isEqualTo(2);
        assertThat(result.err())
                .startsWith("gate: the reports of an earlier run in target/gate cannot be taken away: ")
                .endsWith("; take them away, or name another folder with --report-dir\n")
                .hasLineCount(1);
    }

    @Test
    void reportsThatFindNoRoomAreTold() throws Exception {
        // A file system without room, as any user can have one: no file may be longer than 32 KiB.
        GateProcess.Result result = checkout.run(
                PLAIN, "sh", "-c", "ulimit -f 64; exec ./gate check --quiet --tags @access-01 --report-dir full");

        assertThat(result.exit()).isEqualTo(2);
        assertThat(result.err())
                .isEqualTo("gate: --report-dir full cannot be written to: File too large;"
                        + " make room there, or name another\n");
        assertThat(checkout.files("full", ".*")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {">/dev/full", "| true", ">&-"})
    void whatCouldNotBePrintedIsNotGreen(String output) throws Exception {
        GateProcess.Result result =
                checkout.run(PLAIN, "bash", "-c", "{ ./gate --version; echo \"exit $?\" >&2; } " + output);

        assertThat(result.err()).startsWith("gate: not all could be printed: ").endsWith("exit 3\n");
    }

    private static String reported(String name) throws IOException {
        String reports = checkout.path(name).toString();
        GateProcess.run("check", "--quiet", "--tags", "@access-01", "--report-dir", reports);
        assertThat(checkout.files(name, ".*")).hasSize(7);
        return reports;
    }

    private static int status(String url) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    private static boolean isFree(int port) {
        try (ServerSocket taken = new ServerSocket(port)) {
            return taken.isBound();
        } catch (IOException e) {
            return false;
        }
    }

    private static String url(Path log) throws IOException {
        return URL.matcher(Files.readString(log))
                .results()
                .map(MatchResult::group)
                .map(line -> line.replaceFirst("listens on ", ""))
                .findFirst()
                .orElse("");
    }

    /** A search path with what the script needs of a POSIX system, and no Java. */
    private static Path tools() throws IOException {
        Path tools = Files.createDirectories(folder.resolve("tools"));
        for (String tool : List.of(
                "sh",
                "dirname",
                "readlink",
                "sed",
                "find",
                "cksum",
                "sort",
                "head",
                "grep",
                "cat",
                "ls",
                "mkdir",
                "mktemp",
                "cp",
                "rm",
                "mv")) {
            Path link = tools.resolve(tool);
            if (Files.notExists(link)) {
                Path real = Stream.of("/bin", "/usr/bin")
                        .map(place -> Path.of(place, tool))
                        .filter(Files::exists)
                        .findFirst()
                        .orElseThrow();
                Files.createSymbolicLink(link, real);
            }
        }
        return tools;
    }
}
