package io.gatewayping.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatewayping.cli.GateProcess.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a file of options may say, and who beats it. */
final class ConfigFileTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "base-ulr: x | there is no option 'base-ulr'; did you mean base-url?",
                "gatewy: x | there is no option 'gatewy'; did you mean gateway?",
                "colour: x | there is no option 'colour'",
                "token: x | 'token': no secret may stand here",
                "client-secret: x | 'client-secret': no secret may stand here",
                "rate: [1] | rate is one value, and no list or object",
                "'header-env: {a: b}' | header-env is one value or a list of them, and no object",
                "'header-env: [[a]]' | header-env is one value or a list of them, and no object",
                "'{base-url: http://127.0.0.1:1, header-env: [X-Key=EXTRA_KEY, b:c=HOME]}' | --header-env 'b:c' is no name",
                "'[1]' | holds no names of options",
                "'a: {' | is no YAML",
                "'live: true' | --live needs --base-url",
                "'report-dir: ~' | --report-dir names no folder",
                "'{report-dir: a, report-dir: b}' | report-dir is said twice",
                "'{gateway: CN1, owner: CN1}' | gateway is said twice",
                "'{owner: CN1}' | --gateway needs --live",
                "'{live: true, base-url: http://127.0.0.1:1, gateway: 1.50}' | --gateway '1.50' is refused",
                "'{live: true, base-url: http://127.0.0.1:1, gateway: &g CN1, other-gateway: *g}' | --other-gateway is the same",
                "'{live: true, base-url: http://127.0.0.1:1, owner: cn1}' | --gateway 'cn1' is refused",
                "'{live: true, base-url: http://127.0.0.1:1, owner: CN1, path-param: a=b}' | --path-param 'a' is nothing",
            })
    void isRefusedInOneLine(String text, String line) throws IOException {
        Path file = Files.writeString(folder.resolve("gate.yaml"), text);

        Result ended = GateProcess.run("check", "--config", file.toString());

        assertThat(ended.exit()).as(ended.console()).isEqualTo(2);
        assertThat(ended.err()).startsWith("gate: ").contains(line).hasLineCount(1);
    }

    @Test
    void isBeatenByAnOption() throws IOException {
        Path file = Files.writeString(
                folder.resolve("gate.yaml"), "live: true\nbase-url: http://127.0.0.1:1\ngateway: A\nrate: 0\n");

        assertThat(GateProcess.run("check", "--config=" + file).err()).contains("--rate");
        assertThat(GateProcess.run("check", "--config=" + file, "--rate=500", "--other-gateway=A")
                        .err())
                .contains("--other-gateway is the same");
    }

    @Test
    void maySayThatNothingIsLive() throws IOException {
        Path file = Files.writeString(folder.resolve("gate.yaml"), "live: false\nbase-url: http://127.0.0.1:1\n");

        GateProcess.run("check", "--config=" + file, "--report-dir=" + folder);

        assertThat(folder.resolve("exchanges.har")).content().contains("\"_live\":false");
    }

    @Test
    void isWrittenWithWhatEachMeans() throws IOException {
        Path file = folder.resolve("written.yaml");

        assertThat(GateProcess.run("init", "--file=" + file).exit()).isZero();
        assertThat(GateProcess.run("init", "--file=" + file).err()).contains("is there already");
        // All of it is commented out; each name is one that the gate knows.
        Files.writeString(file, Files.readString(file).replaceAll("(?m)^#(?=[a-z-]+: )", ""));
        assertThat(GateProcess.run("check", "--config=" + file, "--base-url=nowhere")
                        .err())
                .contains("--base-url 'nowhere'");
    }
}
