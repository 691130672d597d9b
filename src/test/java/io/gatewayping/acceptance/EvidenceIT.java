package io.gatewayping.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.apache.maven.plugin.surefire.log.api.NullConsoleLogger;
import org.apache.maven.plugins.surefire.report.ReportTestCase;
import org.apache.maven.plugins.surefire.report.ReportTestSuite;
import org.apache.maven.plugins.surefire.report.TestSuiteXmlParser;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MappingIterator;
import tools.jackson.databind.json.JsonMapper;

/** What a run against a provider with one wrong figure leaves behind: each format keeps its own schema, and all tell the same. */
final class EvidenceIT {

    private static final String BREACH = "rate is a fraction of one";
    private static final String CLAUSE = "rate-matches-counts";
    private static final Path SCHEMAS = Path.of("src/test/resources/report");

    @TempDir
    private static Path reports;

    private static GateRun run;

    @BeforeAll
    static void judge() throws IOException {
        Breach breach =
                Breach.all().filter(it -> it.name().equals(BREACH)).findFirst().orElseThrow();
        run = GateRun.against(breach.tampering(), reports, "5s", "--seed=7");
    }

    @Test
    void oneWrongFigureIsOneFindingAndBreaksWhoeverClaimsIt() {
        assertThat(run.verdict().path("findings")).hasSize(1);
        JsonNode finding = run.verdict().path("findings").path(0);
        assertThat(finding.path("clause").asString()).isEqualTo(CLAUSE);
        assertThat(finding.path("place").asString()).isEqualTo("/output/successRatePercent");
        assertThat(finding.path("wrong").asString())
                .isEqualTo("the success rate is more than one percentage point away from received over sent");
        assertThat(finding.path("actual").asString()).isEqualTo("\"1\"");
        assertThat(finding.path("shownBy").size()).isGreaterThan(1);
        run.verdict().path("scenarios").forEach(scenario -> {
            boolean claims = scenario.path("claims").valueStream().anyMatch(it -> it.asString()
                    .equals(CLAUSE));
            assertThat(scenario.path("verdict").asString())
                    .as(scenario.path("name").asString())
                    .isEqualTo(claims ? "DOES_NOT_CONFORM" : "CONFORMS");
        });
    }

    @Test
    void theConsoleSaysOfWhomAndWhereToReadOn() {
        String broken = "1 of " + run.verdict().path("scenarios").size() + " scenarios broken, 1 finding → ";
        String provider = run.verdict().path("judged").path("provider").asString();

        assertThat(run.console())
                .contains("; 1 finding of another claim", broken + reports.resolve("report.html"))
                .endsWith(provider + " by gateway-ping.yaml v1alpha1: DOES_NOT_CONFORM" + System.lineSeparator())
                .doesNotContain("\u001b");
        assertThat(provider).startsWith("http://127.0.0.1:");
    }

    @Test
    void theVerdictKeepsItsPublishedSchema() throws IOException {
        Path schema = Path.of("docs/verdict.schema.json");
        assertThat(refusals(
                        Dialects.getDraft202012(),
                        Map.of("verdict.schema.json", schema),
                        "verdict.schema.json",
                        "verdict.json"))
                .isEmpty();
    }

    @Test
    void theArchiveOfExchangesIsHar() throws IOException {
        assertThat(refusals(Dialects.getDraft6(), schemas("har-schema/lib"), "har.json", "exchanges.har"))
                .isEmpty();
        JsonNode log = read("exchanges.har").path("log");
        assertThat(log.path("entries")).hasSize(run.verdict().path("exchanges").size());
        assertThat(log.path("pages")).hasSize(run.verdict().path("scenarios").size());
    }

    @Test
    void theFindingsAreSarifAndPointAtTheLineOfTheClause() throws IOException {
        assertThat(refusals(
                        Dialects.getDraft4(),
                        schemas("@microsoft/jest-sarif/lib/schemas"),
                        "sarif-2.1.0-rtm.5.json",
                        "findings.sarif"))
                .isEmpty();
        JsonNode results = read("findings.sarif").path("runs").path(0).path("results");
        assertThat(results).hasSize(1);
        JsonNode location = results.path(0).path("locations").path(0).path("physicalLocation");
        Path contract = Path.of(location.path("artifactLocation").path("uri").asString());
        int line = location.path("region").path("startLine").asInt();
        assertThat(contract).isEqualTo(Path.of("openapi/gateway-ping.yaml"));
        assertThat(Files.readAllLines(contract).get(line - 1)).contains("id: " + CLAUSE);
    }

    @Test
    void theMessagesAreCucumbersOwn() throws IOException {
        assertThat(refusals(
                        Dialects.getDraft202012(),
                        schemas("@cucumber/messages/schema"),
                        "Envelope.json",
                        "messages.ndjson"))
                .isEmpty();
    }

    @Test
    void theReportForCiServersIsJunit() throws Exception {
        Path file = reports.resolve("junit.xml");
        SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(SCHEMAS.resolve("junit-subset.xsd").toFile())
                .newValidator()
                .validate(new StreamSource(file.toFile()));
        Document junit =
                DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());
        Element suite = junit.getDocumentElement();
        NodeList cases = junit.getElementsByTagName("testcase");
        NodeList failures = junit.getElementsByTagName("failure");
        assertThat(suite.getAttribute("name")).isEqualTo("gate");
        assertThat(suite.getAttribute("tests")).isEqualTo(String.valueOf(cases.getLength()));
        assertThat(suite.getAttribute("failures")).isEqualTo("1");
        assertThat(failures.getLength()).isOne();
        Element failure = (Element) failures.item(0);
        assertThat(failure.getAttribute("type")).isEqualTo(CLAUSE);
        assertThat(failure.getAttribute("message"))
                .startsWith("/output/successRatePercent: the success rate is more than")
                .endsWith(": \"1\"");
        assertThat(((Element) failure.getParentNode()).getAttribute("classname"))
                .isEqualTo("gate.results");
        assertThat(Stream.iterate(0, i -> i < cases.getLength(), i -> i + 1)
                        .map(i -> ((Element) cases.item(i)).getAttribute("classname")
                                + ((Element) cases.item(i)).getAttribute("name")))
                .doesNotHaveDuplicates();
    }

    @Test
    void mavenReadsTheReportForCiServersAsItsOwn() throws Exception {
        List<ReportTestSuite> suites = new TestSuiteXmlParser(new NullConsoleLogger())
                .parse(reports.resolve("junit.xml").toString());
        List<ReportTestCase> cases =
                suites.stream().flatMap(suite -> suite.getTestCases().stream()).toList();

        assertThat(cases).hasSameSizeAs(run.verdict().path("scenarios"));
        assertThat(cases.stream().filter(ReportTestCase::hasError)).isEmpty();
        assertThat(cases.stream().filter(ReportTestCase::hasFailure))
                .singleElement()
                .satisfies(failed -> assertThat(failed.getFailureType()).isEqualTo(CLAUSE))
                .satisfies(failed -> assertThat(failed.getFullClassName()).isEqualTo("gate.results"));
    }

    @Test
    void thePageTellsTheSameAndRunsNothingOfAnybodyElse() throws IOException {
        String page = Files.readString(reports.resolve("report.html"));

        assertThat(page)
                .contains("DOES_NOT_CONFORM", CLAUSE, "<mark>\"1\"</mark>", "default-src &#39;none&#39;")
                .contains("<b>1</b> finding</li>")
                .containsOnlyOnce("<script")
                .doesNotContainPattern("(?:src|href)=\"(?!#|specification\\.html\")")
                .doesNotContain(" onclick", "javascript:");
    }

    private static JsonNode read(String report) {
        return JsonMapper.shared().readTree(reports.resolve(report).toFile());
    }

    private static Map<String, Path> schemas(String folder) throws IOException {
        try (Stream<Path> files = Files.list(NodeModules.required().resolve(folder))) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .collect(Collectors.toMap(file -> file.getFileName().toString(), file -> file));
        }
    }

    /** What is wrong with a report, each document in it by itself, by one of these schemas. */
    private static List<String> refusals(Dialect dialect, Map<String, Path> schemas, String root, String report)
            throws IOException {
        Map<String, String> texts = new HashMap<>();
        for (Map.Entry<String, Path> schema : schemas.entrySet()) {
            texts.put("https://schemas.invalid/" + schema.getKey(), Files.readString(schema.getValue()));
        }
        Schema schema = SchemaRegistry.withDialect(dialect, builder -> builder.schemas(texts))
                .getSchema(SchemaLocation.of("https://schemas.invalid/" + root));
        List<String> refusals = new ArrayList<>();
        try (MappingIterator<JsonNode> documents = JsonMapper.shared()
                .readerFor(JsonNode.class)
                .readValues(reports.resolve(report).toFile())) {
            assertThat(documents.hasNext()).isTrue();
            documents.forEachRemaining(document -> schema.validate(
                            document.toString(),
                            InputFormat.JSON,
                            context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
                    .forEach(refusal -> refusals.add(refusal.toString())));
        }
        return refusals;
    }
}
