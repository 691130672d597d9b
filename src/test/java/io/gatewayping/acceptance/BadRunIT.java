package io.gatewayping.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.gatewayping.cli.GateProcess;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a run leaves behind when nearly everything is wrong: it can still be opened, and it is the same each time. */
final class BadRunIT {

    private static final String BROKEN_IN_MANY_WAYS = "200 with the body of an error";
    private static final String TIME =
            "\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z|\\w{3}, \\d\\d \\w{3} \\d{4} [\\d:]+ GMT|\"duration\" : \"[\\d.]+ s\"";
    private static final int TWO_MEGABYTES = 2_000_000;

    @TempDir
    private Path reports;

    @Test
    void theReportOfHundredsOfFindingsOpensAtOnce() throws IOException {
        AtomicInteger answers = new AtomicInteger();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        ExecutorService threads = Executors.newCachedThreadPool();
        server.setExecutor(threads);
        server.createContext("/", exchange -> answer(exchange, wrong(answers.incrementAndGet())));
        server.start();
        try {
            GateProcess.Result run = GateProcess.run(
                    "check",
                    "--quiet",
                    "--base-url=http://127.0.0.1:" + server.getAddress().getPort(),
                    "--poll-deadline=1s",
                    "--report-dir=" + reports);

            assertThat(run.exit()).isEqualTo(1);
        } finally {
            server.stop(0);
            threads.shutdown();
        }
        assertThat(read("verdict.json").path("findings").size()).isGreaterThan(200);
        assertThat(Files.size(reports.resolve("report.html"))).isLessThan(TWO_MEGABYTES);
        assertThat(reports.resolve("report.html")).content().contains("gate replay exchanges.har --finding ");
    }

    @Test
    void theSameAnswersGiveTheSameFindings() throws IOException {
        Breach breach = Breach.all()
                .filter(it -> it.name().equals(BROKEN_IN_MANY_WAYS))
                .findFirst()
                .orElseThrow();
        try (PingProvider provider = PingProvider.start(breach.tampering(), System.getenv("GATE_TOKEN"))) {
            List<String> first = findings(provider);

            assertThat(first.get(0)).contains("\"clause\"");
            assertThat(findings(provider)).isEqualTo(first);
        }
    }

    private List<String> findings(PingProvider provider) throws IOException {
        GateProcess.run(
                "check",
                "--quiet",
                "--seed=7",
                "--base-url=" + provider.baseUrl(),
                "--state-url=" + provider.stateUrl(),
                "--report-dir=" + reports);
        return List.of(
                read("verdict.json").path("findings").toPrettyString().replaceAll(TIME, "…"),
                Files.readString(reports.resolve("findings.sarif")).replaceAll(TIME, "…"));
    }

    private JsonNode read(String report) {
        return JsonMapper.shared().readTree(reports.resolve(report));
    }

    /** Each answer is wrong in nearly every member, and in some of them like hardly another one. */
    private static String wrong(int number) {
        String way = "wrong " + number % 40 + " " + "x".repeat(500);
        return """
                {"status": "%1$s", "progressPercent": "%1$s", "startTime": "%1$s", "endTime": 5, "failReason": [],
                 "rawOutput": 7, "output": {"sentPacketsCount": "%1$s", "receivedPacketsCount": "%1$s",
                 "successRatePercent": "%1$s", "minimumLatency": 1, "maximumLatency": {}, "averageLatency": true}}
                """
                .formatted(way);
    }

    private static void answer(HttpExchange exchange, String body) throws IOException {
        try (exchange) {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            boolean bodiless = exchange.getRequestMethod().equals("HEAD");
            exchange.sendResponseHeaders(200, bodiless ? -1 : bytes.length);
            if (!bodiless) {
                exchange.getResponseBody().write(bytes);
            }
        }
    }
}
