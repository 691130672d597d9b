package io.gatewayping.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** What {@code action.yml} has GitHub's runner do, done by a shell here, with a double of the gate. */
final class ActionTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"0, verdict=CONFORMS", "1, verdict=DOES_NOT_CONFORM", "2, ''", "3, verdict=INCONCLUSIVE"})
    void theVerdictIsAnOutputAndTheExitCodeStays(int status, String output) throws Exception {
        assertThat(run(status, Map.of())).isEqualTo(status);

        assertThat(Files.readString(folder.resolve("output")).strip()).isEqualTo(output);
    }

    @Test
    void whatIsGivenIsGivenOn() throws Exception {
        run(0, Map.of());
        assertThat(told()).containsExactly("check", "--base-url", "http://a b", "--report-dir", "reports");

        run(0, Map.of("STATE_URL", "http://a/states", "TAGS", "not @http"));
        assertThat(told()).endsWith("--state-url", "http://a/states", "--tags", "not @http");
        assertThatCode(() -> Main.commandLine(told()).parseArgs(told().toArray(String[]::new)))
                .doesNotThrowAnyException();
    }

    @Test
    void noInputIsPartOfTheScript() throws IOException {
        // Whatever a workflow is given, it is no command of the shell.
        assertThat(step().path("run").asString()).doesNotContain("${{");
    }

    private int run(int status, Map<String, String> more) throws Exception {
        Path gate = Files.writeString(
                folder.resolve("gate"), "#!/bin/sh\nprintf '%s\\n' \"$@\" >\"$TOLD\"\nexit " + status + "\n");
        assertThat(gate.toFile().setExecutable(true)).isTrue();
        ProcessBuilder shell =
                new ProcessBuilder("bash", "-e", "-c", step().path("run").asString());
        Map<String, String> environment = shell.environment();
        step().path("env").propertyNames().forEach(name -> environment.put(name, ""));
        environment.put("GATE", gate.toString());
        environment.put("BASE_URL", "http://a b");
        environment.put("REPORT_DIR", "reports");
        environment.put("TOLD", folder.resolve("told").toString());
        environment.put("GITHUB_OUTPUT", folder.resolve("output").toString());
        environment.putAll(more);
        Files.writeString(folder.resolve("output"), "");
        Process process = shell.redirectErrorStream(true).start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int exit = process.waitFor();
        assertThat(printed).isEmpty();
        return exit;
    }

    private List<String> told() throws IOException {
        return new ArrayList<>(Files.readAllLines(folder.resolve("told")));
    }

    private static JsonNode step() throws IOException {
        return new YAMLMapper()
                .readTree(Files.readString(Path.of("action.yml")))
                .path("runs")
                .path("steps")
                .path(0);
    }
}
