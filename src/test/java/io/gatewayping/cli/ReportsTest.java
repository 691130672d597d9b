package io.gatewayping.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;

/** Every run that began leaves these reports, and no run leaves one of the run before. */
final class ReportsTest {

    private static final List<String> ALL = List.of("junit.xml", "report.html", "verdict.json");

    @TempDir
    private Path folder;

    private Path reports;

    @BeforeEach
    void earlierRun() throws IOException {
        reports = Files.createDirectory(folder.resolve("reports"));
        for (String name : ALL) {
            Files.writeString(reports.resolve(name), "CONFORMS");
        }
        Files.writeString(folder.resolve("broken.feature"), "This is no Gherkin.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--bogus",
                "--request-timeout 10",
                "--base-url nowhere",
                "--base-url http://127.0.0.1:1 --token-env NO_SUCH_VARIABLE",
                "--contract nowhere.yaml",
                "--features nowhere",
                "--features {folder}",
                "--tags (@a"
            })
    void aRunThatCannotBeginLeavesNone(String options) throws IOException {
        assertThat(check(options).exit()).isEqualTo(2);

        assertThat(left()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{report-dir: REPORTS}",
                "{\n  report-dir: REPORTS, bogus: x}",
                "bogus: x\nreport-dir: >-\n  REPORTS",
                "report-dir: REPORTS\nrate: [1]",
            })
    void aRunByAFileThatCannotBeginLeavesNone(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("own.yaml"), text.replace("REPORTS", reports.toString()));

        assertThat(GateProcess.run("check", "--config=" + file, "--features=nowhere")
                        .exit())
                .isEqualTo(2);

        assertThat(left()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help", "--list", "--list --bogus", "--version"})
    void whatOnlyTellsIsNoRun(String options) throws IOException {
        check(options);

        assertThat(left()).hasSameSizeAs(ALL);
    }

    @Test
    void aProviderThatCannotBeReachedIsAnErrorInEachReport() throws Exception {
        GateProcess.Result result = check("--base-url http://127.0.0.1:1");

        assertThat(result.exit()).isEqualTo(3);
        assertThat(left()).extracting(Path::getFileName).map(Path::toString).containsAll(ALL);
        assertThat(onlyErrorOf("junit.xml"))
                .startsWith("the provider cannot be reached at http://127.0.0.1:1/network-troubleshooting/");
        assertThat(reports.resolve("report.html"))
                .content()
                .startsWith("<!DOCTYPE html>")
                .contains(">INCONCLUSIVE</span>", "<li>the provider cannot be reached at http://127.0.0.1:1/");
        assertThat(reports.resolve("verdict.json")).content().contains("the provider cannot be reached at");
    }

    @Test
    void noScenarioIsAnErrorInEachReport() throws Exception {
        assertThat(check("--tags @nobody-has-this").exit()).isEqualTo(3);

        String why = "no scenario was run: none matches --tags '@nobody-has-this'; gate check --list ";
        assertThat(onlyErrorOf("junit.xml")).startsWith(why);
        assertThat(reports.resolve("report.html")).content().contains("no scenario was run: none matches --tags ");
        assertThat(reports.resolve("verdict.json")).content().contains(why);
    }

    private GateProcess.Result check(String options) {
        List<String> arguments = new ArrayList<>(List.of("check", "--report-dir", reports.toString()));
        arguments.addAll(List.of(options.replace("{folder}", folder.toString()).split(" ")));
        return GateProcess.run(arguments.toArray(String[]::new));
    }

    private List<Path> left() throws IOException {
        try (Stream<Path> files = Files.list(reports)) {
            return files.toList();
        }
    }

    /** The one thing that a CI server shows as an error; what was exchanged before the first scenario may be a case of its own. */
    private String onlyErrorOf(String name) throws Exception {
        Element suite = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(reports.resolve(name).toFile())
                .getDocumentElement();
        assertThat(suite.getAttribute("tests"))
                .isEqualTo(String.valueOf(suite.getElementsByTagName("testcase").getLength()));
        assertThat(suite.getAttribute("errors")).isEqualTo("1");
        assertThat(suite.getElementsByTagName("error").getLength()).isEqualTo(1);
        Element error = (Element) suite.getElementsByTagName("error").item(0);
        assertThat(error.getAttribute("type")).isEqualTo("INCONCLUSIVE");
        return error.getAttribute("message");
    }
}
