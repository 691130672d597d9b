package io.gatewayping.pact;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatewayping.cli.GateProcess;
import io.gatewayping.pact.RecordingProvider.Answer;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Pacts in files are verified without a broker, and what became of them is told in every form. */
final class VerifyFilesIT {

    private static final String PACT =
            """
            {"consumer": {"name": "<web>"}, "provider": {"name": "network-troubleshooting"},
             "interactions": [
               {"type": "Synchronous/HTTP", "description": "kept", "request": {"method": "GET", "path": "/kept"},
                "response": {"status": 200}},
               {"type": "Synchronous/HTTP", "description": "broken & <b>", "pending": %s,
                "request": {"method": "GET", "path": "/broken"}, "response": {"status": 204}}],
             "metadata": {"pactSpecification": {"version": "4.0"}}}
            """;

    @TempDir
    private Path folder;

    private RecordingProvider provider;

    @BeforeEach
    void start() throws IOException {
        provider = new RecordingProvider();
    }

    @AfterEach
    void close() {
        provider.close();
    }

    @Test
    void isToldOnTheConsole() throws IOException {
        GateProcess.Result result = verify("false");

        assertThat(result.exit()).as(result.console()).isOne();
        assertThat(result.err()).isEmpty();
        assertThat(result.out())
                .isEqualTo(
                        """
                        <web> with network-troubleshooting
                          ok      kept
                          BROKEN  broken & <b>
                                    status: expected status of 204 but was 200
                        DOES_NOT_CONFORM
                        """);
    }

    @Test
    void isPendingWhereThePactSaysSo() throws IOException {
        GateProcess.Result result = verify("true");

        assertThat(result.exit()).isZero();
        assertThat(result.out()).contains("BROKEN  broken & <b> (pending)\n").endsWith("\nPENDING\n");
    }

    @Test
    void isKept() throws IOException {
        provider.answers("/broken", Answer.of(204, "", ""));

        GateProcess.Result result = verify("false");

        assertThat(result.exit()).isZero();
        assertThat(result.out()).endsWith("\nCONFORMS\n").doesNotContain("BROKEN");
    }

    @Test
    void isToldToPrograms() throws IOException {
        GateProcess.Result result = verify("false", "--json");

        assertThat(result.exit()).isOne();
        JsonNode told = JsonMapper.shared().readTree(result.out());
        assertThat(told.path("verdict").asString()).isEqualTo("DOES_NOT_CONFORM");
        assertThat(told.path("inconclusive")).isEmpty();
        assertThat(told.at("/pacts/0/consumer").asString()).isEqualTo("<web>");
        assertThat(told.at("/pacts/0/verdict").asString()).isEqualTo("DOES_NOT_CONFORM");
        assertThat(told.at("/pacts/0/interactions/1/details/0").asString())
                .isEqualTo("status: expected status of 204 but was 200");
    }

    @Test
    void isReported() throws Exception {
        Path reports = folder.resolve("reports");

        verify("false", "--report-dir", reports.toString());

        assertThat(JsonMapper.shared()
                        .readTree(Files.readString(reports.resolve("verdict.json")))
                        .path("verdict")
                        .asString())
                .isEqualTo("DOES_NOT_CONFORM");
        Document junit = xml(Files.readString(reports.resolve("junit.xml")));
        assertThat(junit.getElementsByTagName("testsuite")
                        .item(0)
                        .getAttributes()
                        .getNamedItem("failures"))
                .hasToString("failures=\"1\"");
        assertThat(junit.getElementsByTagName("testcase").getLength()).isEqualTo(2);
        assertThat(junit.getElementsByTagName("failure").item(0).getTextContent())
                .isEqualTo("status: expected status of 204 but was 200");
        assertThat(Files.readString(reports.resolve("report.html")))
                .startsWith("<!DOCTYPE html><html lang=\"en\">")
                .contains("<h1>DOES_NOT_CONFORM</h1>", "DOES_NOT_CONFORM: broken &amp; &lt;b&gt;</h3>")
                .doesNotContain("<b>", "<web>");

        verify("true", "--report-dir", reports.toString());

        junit = xml(Files.readString(reports.resolve("junit.xml")));
        assertThat(junit.getElementsByTagName("failure").getLength()).isZero();
        assertThat(junit.getElementsByTagName("skipped").getLength()).isOne();
    }

    @Test
    void isNothingWhereNobodyAnswers() throws Exception {
        Path reports = folder.resolve("reports");
        provider.close();

        GateProcess.Result result = verify("false", "--report-dir", reports.toString());

        assertThat(result.exit()).isEqualTo(3);
        assertThat(result.out()).contains("?       kept").endsWith("\nINCONCLUSIVE\n");
        Document junit = xml(Files.readString(reports.resolve("junit.xml")));
        assertThat(junit.getElementsByTagName("error").getLength()).isEqualTo(2);
    }

    @Test
    void isNotPublished() throws IOException {
        GateProcess.Result result = verify("false", "--publish");

        assertThat(result.exit()).isEqualTo(2);
        assertThat(result.err()).isEqualTo("gate: --publish is for what a broker selects: leave the FILEs out\n");
        assertThat(provider.asked()).isEmpty();
    }

    @Test
    void hasToBeAPact() throws IOException {
        Path none = Files.writeString(folder.resolve("none.json"), "{}");

        GateProcess.Result result =
                GateProcess.run("pacts", "verify", "--base-url", provider.url().toString(), none.toString());

        assertThat(result.exit()).isEqualTo(2);
        assertThat(result.err()).isEqualTo("gate: " + none + ": no pact: it names no consumer or no provider\n");
    }

    private GateProcess.Result verify(String pending, String... more) throws IOException {
        Path pact = Files.writeString(folder.resolve("pact.json"), PACT.formatted(pending));
        String[] all = {"pacts", "verify", "--base-url", provider.url().toString(), pact.toString()};
        String[] arguments = Arrays.copyOf(all, all.length + more.length);
        System.arraycopy(more, 0, arguments, all.length, more.length);
        return GateProcess.run(arguments);
    }

    private static Document xml(String text) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(text)));
    }
}
