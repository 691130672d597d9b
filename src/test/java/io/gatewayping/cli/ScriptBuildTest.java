package io.gatewayping.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the script at the top builds: what is there. With doubles of Java and Maven. */
final class ScriptBuildTest {

    private static final Map<String, String> PLAIN = Map.of();

    @TempDir
    private Path folder;

    private ScriptCheckout checkout;

    @BeforeEach
    void checkOut() throws IOException {
        checkout = ScriptCheckout.withDoubles(folder.resolve("a checkout"));
    }

    @Test
    void sourcesWithAnOldDateAreBuilt() throws IOException {
        checkout.gate(PLAIN, "check");
        Path source = checkout.write("src/main/Source.java", "two");
        Files.setLastModifiedTime(source, FileTime.from(Instant.EPOCH));

        checkout.gate(PLAIN, "check");

        assertThat(checkout.read("target/gate.jar")).isEqualTo("two");
    }

    @Test
    void sourcesThatAreTakenAwayAreBuiltWithout() throws IOException {
        checkout.write("src/main/Other.java", "");
        checkout.gate(PLAIN, "check");
        Files.delete(checkout.path("src/main/Other.java"));

        checkout.gate(PLAIN, "check");

        assertThat(checkout.read("maven.log")).hasLineCount(2);
    }

    @Test
    void sourcesThatAreEditedWhileTheyAreBuiltAreBuiltAgain() throws IOException {
        checkout.write("while-building", "echo two >'" + checkout.path("src/main/Source.java") + "'\n");
        checkout.gate(PLAIN, "check");
        assertThat(checkout.read("target/gate.jar")).isEqualTo("one");

        checkout.write("while-building", "");
        checkout.gate(PLAIN, "check");

        assertThat(checkout.read("target/gate.jar")).isEqualTo("two\n");
    }

    @ParameterizedTest
    @CsvSource({"TERM, 143", "INT, 130", "HUP, 129"})
    void aBuildThatIsInterruptedLeavesNothing(String signal, int exit) throws IOException {
        checkout.write("while-building", "touch '" + checkout.path("building") + "'\nexec sleep 60\n");
        Process gate = checkout.start(PLAIN, "check");
        await().until(() -> Files.exists(checkout.path("building")));

        checkout.signal(gate, signal);

        GateProcess.Result result = checkout.end(gate);
        assertThat(result.exit()).isEqualTo(exit);
        assertThat(result.err()).startsWith("gate: building ").hasLineCount(1);
        assertThat(checkout.files("target", ".*")).isEmpty();
        checkout.write("while-building", "");
        assertThat(checkout.gate(PLAIN, "check").exit()).isZero();
    }

    @Test
    void twoBuildsAtOnceDoNotMeet() throws IOException {
        checkout.write(
                "while-building",
                "until [ \"$(wc -l <'" + checkout.path("maven.log") + "')\" -eq 2 ]; do sleep 0.05; done\n");
        List<Process> both = List.of(checkout.start(PLAIN, "check"), checkout.start(PLAIN, "check"));

        for (Process one : both) {
            assertThat(checkout.end(one).exit()).isZero();
        }
        assertThat(checkout.files("target", ".*")).hasSize(3);
    }

    @Test
    void aBuildThatFailsIsTold() throws IOException {
        checkout.write("while-building", "echo '[ERROR] the reason'\nexit 1\n");

        GateProcess.Result result = checkout.gate(PLAIN, "check");

        assertThat(result.exit()).isEqualTo(2);
        assertThat(result.err())
                .endsWith("[ERROR] the reason\ngate: the build failed: see " + checkout.path("target/gate-build.log")
                        + "\n");
    }

    @Test
    void whereNothingCanBeWrittenNothingIsBuiltAndNothingStaleIsRun() throws IOException {
        checkout.write("target", "in the way");

        GateProcess.Result result = checkout.gate(PLAIN, "check");

        assertThat(result.exit()).isEqualTo(2);
        assertThat(result.err().lines().toList())
                .last()
                .asString()
                .startsWith("gate: " + checkout.path("target/gate.jar") + " has to be built, and ");
        assertThat(checkout.path("java.log")).doesNotExist();
    }
}
