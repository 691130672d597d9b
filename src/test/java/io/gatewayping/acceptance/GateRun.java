package io.gatewayping.acceptance;

import io.gatewayping.cli.GateProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One run of the gate against one provider.
 *
 * @param exitCode what it exited with
 * @param console what it printed
 * @param verdict its verdict.json
 * @param traces of the token, in all that it left
 * @param misses findings that the commands of the report do not show again
 * @param defects of the provider, of which there may be none
 */
record GateRun(
        int exitCode,
        String console,
        JsonNode verdict,
        List<String> traces,
        List<String> misses,
        List<Throwable> defects) {

    private static final String TOKEN = System.getenv("GATE_TOKEN");
    private static final TokenTraces TRACES = new TokenTraces(TOKEN);

    /** Runs the gate. */
    static GateRun against(Tampering tampering, Path reports, String pollDeadline, String... more) throws IOException {
        try (PingProvider provider = PingProvider.start(tampering, TOKEN)) {
            List<String> arguments = new ArrayList<>(List.of(
                    "check",
                    "--base-url=" + provider.baseUrl(),
                    "--state-url=" + provider.stateUrl(),
                    "--poll-deadline=" + pollDeadline,
                    "--report-dir=" + reports));
            arguments.addAll(List.of(more));
            GateProcess.Result ended = GateProcess.run(arguments.toArray(String[]::new));
            return new GateRun(
                    ended.exit(),
                    ended.console(),
                    JsonMapper.shared().readTree(reports.resolve("verdict.json").toFile()),
                    traces(TRACES, ended.console(), reports),
                    Reproduced.misses(reports, TOKEN),
                    provider.defects());
        }
    }

    /** Of tokens, in what was printed and in all files that were left. */
    static List<String> traces(TokenTraces tokens, String console, Path reports) throws IOException {
        List<String> traces = new ArrayList<>(tokens.in(console));
        try (Stream<Path> files = Files.walk(reports)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                traces.addAll(tokens.in(Files.readAllBytes(file)));
            }
        }
        return traces;
    }

    /** The ids of the clauses that were found broken. */
    Set<String> broken() {
        Set<String> clauses = new TreeSet<>();
        verdict.path("findings")
                .forEach(finding -> clauses.add(finding.path("clause").asString()));
        return clauses;
    }
}
