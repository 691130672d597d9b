package io.gatewayping.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How the script at the top starts Java, and what it believes of it. With doubles of Java and Maven. */
final class ScriptTest {

    private static final Map<String, String> PLAIN = Map.of();

    @TempDir
    private Path folder;

    private ScriptCheckout checkout;

    @BeforeEach
    void checkOut() throws IOException {
        checkout = ScriptCheckout.withDoubles(folder.resolve("a checkout"));
    }

    @Test
    void buildsOnceAndTrainsOnce() throws IOException {
        assertThat(checkout.gate(PLAIN, "check").exit()).isZero();
        assertThat(checkout.gate(PLAIN, "check").exit()).isZero();

        assertThat(checkout.read("maven.log")).hasLineCount(1);
        assertThat(checkout.read("java.log").lines())
                .hasSize(3)
                .satisfiesExactly(
                        training -> assertThat(training).contains("-XX:ArchiveClassesAtExit="),
                        first -> assertThat(first).contains("-XX:SharedArchiveFile="),
                        second -> assertThat(second).contains("-XX:SharedArchiveFile="));
        assertThat(checkout.files("target", ".*")).hasSize(3);
    }

    @Test
    void whereNothingCanBeWrittenWhatIsBuiltIsRun() throws IOException {
        checkout.gate(PLAIN, "--version");
        Files.delete(checkout.path("target")
                .resolve(checkout.files("target", ".*start").get(0)));
        checkout.script("refusing/mktemp", "#!/bin/sh\nexit 1\n");

        GateProcess.Result result =
                checkout.gate(Map.of("PATH", checkout.path("refusing") + ":" + System.getenv("PATH")), "check");

        assertThat(result).isEqualTo(new GateProcess.Result(0, "", ""));
        assertThat(checkout.read("java.log").lines().toList()).last().asString().doesNotContain("Archive");
    }

    @ParameterizedTest
    @CsvSource({"101", "103", "1", "137"})
    void anArchiveIsKeptOnlyWhenItsRunEndedWell(String ended) throws IOException {
        checkout.write("training", ended);
        assertThat(checkout.gate(PLAIN, "check").exit()).isZero();
        assertThat(checkout.files("target", ".*start.*")).isEmpty();

        checkout.write("training", "100");
        checkout.gate(PLAIN, "check");

        assertThat(checkout.files("target", ".*start")).hasSize(1);
    }

    @Test
    void aJavaThatMakesNoArchiveIsAskedForItOnce() throws IOException {
        checkout.write("no-archive", "");
        checkout.gate(PLAIN, "check");
        checkout.gate(PLAIN, "check");

        assertThat(checkout.read("java.log").lines().filter(line -> line.contains("ArchiveClassesAtExit")))
                .hasSize(1);
        assertThat(checkout.read("java.log")).doesNotContain("SharedArchiveFile");
    }

    @Test
    void anArchiveIsForOneJavaAndOneJar() throws IOException {
        checkout.gate(PLAIN, "check");
        checkout.write("jdk/release", "IMPLEMENTOR=\"Another vendor\"\nJAVA_VERSION=\"17.0.15\"\n");
        checkout.gate(PLAIN, "check");
        assertThat(checkout.files("target", ".*start")).hasSize(2);

        checkout.write("src/main/Source.java", "two");
        checkout.gate(PLAIN, "check");

        assertThat(checkout.files("target", ".*start")).hasSize(1);
    }

    @Test
    void aNewerJavaHasACacheInsteadOfAnArchive() throws IOException {
        checkout.write("jdk/release", "JAVA_VERSION=\"24.0.1\"\n");

        assertThat(checkout.gate(PLAIN, "check").exit()).isZero();

        assertThat(checkout.read("java.log").lines())
                .satisfiesExactly(
                        training -> assertThat(training)
                                .contains("-XX:AOTMode=record")
                                .doesNotContain("UseSerialGC"),
                        making -> assertThat(making).contains("-XX:AOTMode=create"),
                        run -> assertThat(run).contains("-XX:AOTCache=", "-XX:+UseSerialGC"));
        assertThat(checkout.files("target", ".*start")).hasSize(1);
    }

    @Test
    void aBrokenArchiveFailsNoRun() throws IOException {
        checkout.gate(PLAIN, "check");
        checkout.script("jdk/bin/java", "#!/bin/sh\ncase $* in *SharedArchiveFile*) kill -SEGV $$ ;; esac\nexit 100\n");

        GateProcess.Result result = checkout.gate(PLAIN, "check");

        assertThat(result.exit()).isZero();
        assertThat(result.err())
                .contains("gate: Java broke down (exit 139); once more, without what it kept of its first start\n");
        assertThat(checkout.files("target", ".*start")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "100, 0",
        "101, 1",
        "102, 2",
        "103, 3",
        "129, 129",
        "130, 130",
        "143, 143",
        "0, 3",
        "1, 2",
        "2, 3",
        "3, 3",
        "134, 3",
        "137, 3"
    })
    void onlyTheGateItselfSaysThatAProviderDoesNotConform(String ended, int exit) throws IOException {
        checkout.write("target/gate/verdict.json", "of an earlier run");

        GateProcess.Result result = checkout.gate(Map.of("ANSWER", ended), "check");

        assertThat(result.exit()).isEqualTo(exit);
        if (ended.length() < 3 || exit == 3 && !ended.equals("103")) {
            assertThat(result.err().lines().toList()).last().asString().startsWith("gate: ");
            assertThat(checkout.path("target/gate/verdict.json")).doesNotExist();
        }
    }

    @Test
    void theEnvironmentThatKeepsJavaFromStartingIsNamed() throws IOException {
        GateProcess.Result result = checkout.gate(Map.of("ANSWER", "1", "JDK_JAVA_OPTIONS", "-Dhush=hush"), "check");

        assertThat(result.exit()).isEqualTo(2);
        assertThat(result.err())
                .endsWith("gate: " + checkout.path("jdk/bin/java")
                        + " could not start, as it says above; JDK_JAVA_OPTIONS is set: mend or unset it\n")
                .doesNotContain("hush");
    }

    @Test
    void theReportsOfAnEarlierRunDoNotOutliveAJavaThatCannotStart() throws IOException {
        checkout.write("some reports/verdict.json", "CONFORMS");
        checkout.gate(Map.of("ANSWER", "1"), "check", "--quiet", "--report-dir", "some reports");
        assertThat(checkout.files("some reports", ".*")).isEmpty();

        checkout.write("some reports/verdict.json", "CONFORMS");
        checkout.gate(Map.of("ANSWER", "1"), "check", "--report-dir=some reports");
        assertThat(checkout.files("some reports", ".*")).isEmpty();

        checkout.write("some reports/verdict.json", "CONFORMS");
        checkout.gate(Map.of("ANSWER", "1"), "pacts", "check", "--report-dir=some reports");
        assertThat(checkout.files("some reports", ".*")).hasSize(1);
    }

    @Test
    void anotherCollectorOfTheEnvironmentIsLeftToIt() throws IOException {
        checkout.gate(PLAIN, "check");
        assertThat(checkout.read("java.log")).contains(" -XX:+UseSerialGC ");
        Files.delete(checkout.path("java.log"));

        checkout.gate(Map.of("JAVA_TOOL_OPTIONS", "-Dx=y -XX:+UseParallelGC"), "check");

        assertThat(checkout.read("java.log")).doesNotContain("UseSerialGC");
    }

    @Test
    void theArchiveIsMadeWithoutWhatTheEnvironmentWants() throws IOException {
        checkout.script(
                "jdk/bin/java",
                "#!/bin/sh\necho \"$JAVA_TOOL_OPTIONS\" >>'" + checkout.path("java.log") + "'\nexit 100\n");

        checkout.gate(Map.of("JAVA_TOOL_OPTIONS", "-XX:+UseZGC"), "check");

        assertThat(checkout.read("java.log")).isEqualTo("\n-XX:+UseZGC\n");
    }

    @Test
    void aJavaBehindSomebodysScriptIsAsked() throws IOException {
        checkout.script(
                "shims/java",
                """
                #!/bin/sh
                case $* in
                    *XshowSettings*) echo '    java.home = %1$s'; echo '    java.specification.version = 17' ;;
                    *) exec '%1$s/bin/java' "$@" ;;
                esac
                """
                        .formatted(checkout.path("jdk")));
        Map<String, String> shims =
                Map.of("JAVA_HOME", "", "PATH", checkout.path("shims") + ":" + System.getenv("PATH"));

        assertThat(checkout.gate(shims, "check").exit()).isZero();
        assertThat(checkout.read("java.log")).contains("-XX:SharedArchiveFile=");
    }

    @Test
    void whatIsPipedInReachesJava() throws IOException {
        checkout.gate(PLAIN, "--version");
        checkout.script("jdk/bin/java", "#!/bin/sh\ncat\nexit 100\n");

        assertThat(checkout.run(PLAIN, "sh", "-c", "echo piped | ./gate pacts check /dev/stdin")
                        .out())
                .isEqualTo("piped\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "gate.yaml | base-url: https://api.example.com\\nreport-dir: some reports # here | check",
                "gate.yaml | report-dir: 'some reports' | check",
                "own.yaml | report-dir: \"some reports\" | check --config own.yaml",
                "own.yaml | report-dir : some reports | check --config=own.yaml",
                "gate.yaml | `base-url: https://api.example.com\\r\\nreport-dir: some reports\\r` | check",
                "gate.yaml | `\uFEFFreport-dir: some reports` | check",
                "gate.yaml | \"report-dir\": some reports | check",
                "gate.yaml | {report-dir: some reports} | check",
                "gate.yaml | { live: true, \"report-dir\" : 'some reports', rate: 2 } # all | check",
                "gate.yaml | report-dir: >-\\n    some reports\\nlive: true | check",
                "gate.yaml | `report-dir: | # in two lines\\n  some reports` | check",
            })
    void reportsOfAnEarlierRunGoFromWhereTheFileSaysToo(String file, String text, String arguments) throws IOException {
        checkout.write(file, text.replace("\\n", "\n").replace("\\r", "\r") + "\n");
        checkout.write("some reports/verdict.json", "CONFORMS");
        checkout.gate(Map.of("ANSWER", "1"), arguments.split(" "));

        assertThat(checkout.files("some reports", ".*")).isEmpty();
    }

    @Test
    void reportsOfAnEarlierRunGoFromWhereTheEnvironmentSaysToo() throws IOException {
        checkout.write("gate.yaml", "report-dir: others\n");
        checkout.write("others/verdict.json", "CONFORMS");
        checkout.write("some reports/verdict.json", "CONFORMS");
        checkout.gate(Map.of("ANSWER", "1", "GATE_REPORT_DIR", "some reports"), "check");

        assertThat(checkout.files("some reports", ".*")).isEmpty();
        assertThat(checkout.files("others", ".*")).hasSize(1);
    }

    @Test
    void whatASignalHasKeptFromWorkingIsNotToBlame() throws IOException {
        checkout.script("ending/cp", "#!/bin/sh\nkill $PPID\nkill $$\n");

        GateProcess.Result result =
                checkout.gate(Map.of("PATH", checkout.path("ending") + ":" + System.getenv("PATH")), "check");

        assertThat(result.exit()).isEqualTo(143);
        assertThat(result.err()).startsWith("gate: building ").hasLineCount(1);
    }

    @Test
    void aHomeWithoutJavaIsTold() throws IOException {
        GateProcess.Result result = checkout.gate(Map.of("JAVA_HOME", "/nope"), "check");

        assertThat(result.exit()).isEqualTo(2);
        assertThat(result.err())
                .isEqualTo(
                        "gate: JAVA_HOME is /nope, where there is no bin/java: point it at a JDK 17 or later, or unset"
                                + " it\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--version", "-V", "-hV", "--list"})
    void whatIsNoRunTakesNoReportsAway(String option) throws IOException {
        checkout.write("target/gate/verdict.json", "CONFORMS");
        checkout.gate(PLAIN, "check", option);

        assertThat(checkout.files("target/gate", ".*")).hasSize(1);
    }

    @Test
    void aNumberSignWithinANameBeginsNoComment() throws IOException {
        checkout.write("gate.yaml", "report-dir: a#b\n");
        checkout.write("a/verdict.json", "CONFORMS");
        checkout.write("a#b/verdict.json", "CONFORMS");
        checkout.gate(Map.of("ANSWER", "1"), "check");

        assertThat(checkout.files("a", ".*")).hasSize(1);
        assertThat(checkout.files("a#b", ".*")).isEmpty();
    }

    @Test
    void runsWithoutAStandardInput() throws IOException {
        checkout.gate(PLAIN, "--version");

        assertThat(checkout.run(PLAIN, "sh", "-c", "./gate check <&-")).isEqualTo(new GateProcess.Result(0, "", ""));
    }
}
