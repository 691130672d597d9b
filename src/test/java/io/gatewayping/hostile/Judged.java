package io.gatewayping.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatewayping.cli.GateProcess;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.xml.sax.SAXException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the gate made of a provider; that its reports can be read and hold no token is seen to for every run. */
record Judged(int exit, String console, JsonNode verdict, String html) {

    static final String TIMEOUT = "2s";
    static final String SMOKE = "--tags=@smoke";

    static Judged by(Answering answering) throws IOException {
        try (RawServer provider = RawServer.start(answering)) {
            return by(provider.url());
        }
    }

    /** By the scenarios that a deployment runs first: what one does about a peer that misbehaves, all of them do. */
    static Judged by(URI provider, String... more) throws IOException {
        return run(provider, Stream.concat(Stream.of(SMOKE), Stream.of(more)).toArray(String[]::new));
    }

    static Judged byAllScenarios(URI provider) throws IOException {
        return run(provider);
    }

    private static Judged run(URI provider, String... more) throws IOException {
        Path reports = Files.createTempDirectory(Path.of("target"), "hostile-");
        GateProcess.Result result = GateProcess.run(Stream.of(arguments(provider, reports), more)
                .flatMap(Stream::of)
                .toArray(String[]::new));
        return read(result, reports);
    }

    static String[] arguments(URI provider, Path reports, String... more) {
        Stream<String> usual = Stream.of(
                "check",
                "--base-url=" + provider,
                "--request-timeout=" + TIMEOUT,
                "--poll-deadline=1s",
                "--report-dir=" + reports);
        return Stream.concat(usual, Stream.of(more)).toArray(String[]::new);
    }

    static Judged read(GateProcess.Result result, Path reports) throws IOException {
        assertThat(reports.resolve("verdict.json")).as(result.err()).exists();
        JsonNode verdict = JsonMapper.shared().readTree(reports.resolve("verdict.json"));
        Path junit = reports.resolve("junit.xml");
        if (Files.exists(junit)) {
            assertWellFormed(junit);
        }
        Path html = reports.resolve("report.html");
        String page = Files.exists(html) ? Files.readString(html) : "";
        Canary.assertUnseen(reports, List.of(result.out(), result.err()));
        assertThat(result.err()).isEmpty();
        removed(reports);
        return new Judged(result.exit(), result.out(), verdict, page);
    }

    /** Each reason and each finding as one line. */
    List<String> told() {
        List<String> told = new ArrayList<>();
        verdict.path("inconclusive").forEach(reason -> told.add(reason.asString()));
        verdict.path("findings")
                .forEach(finding -> told.add(finding.path("clause").asString() + ": "
                        + finding.path("actual").asString()));
        return told;
    }

    /** Where a clause is broken, each place once. */
    List<String> places(String clause) {
        return verdict.path("findings")
                .valueStream()
                .filter(finding -> finding.path("clause").asString().equals(clause))
                .map(finding -> finding.path("place").asString())
                .distinct()
                .toList();
    }

    /** How many requests came to the operation under test, as the gate tells it. */
    int exchanges() {
        return verdict.path("exchanges").size();
    }

    /** How many requests were sent, those that change states among them, as the gate tells it. */
    int requests() {
        return verdict.path("requests").asInt();
    }

    private static void assertWellFormed(Path junit) throws IOException {
        File file = junit.toFile();
        try {
            assertThat(DocumentBuilderFactory.newInstance()
                            .newDocumentBuilder()
                            .parse(file)
                            .getDocumentElement()
                            .getTagName())
                    .isEqualTo("testsuite");
        } catch (ParserConfigurationException | SAXException e) {
            throw new AssertionError("junit.xml is no XML", e);
        }
    }

    private static void removed(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
