package io.gatewayping.acceptance;

import io.gatewayping.cli.GateProcess;
import io.gatewayping.hostile.Certificates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One live run of the gate.
 *
 * @param exit what it exited with
 * @param console what it printed
 * @param verdict its verdict.json, missing when there is none
 * @param traces of secrets, in all that it left
 */
record LiveRun(int exit, String console, JsonNode verdict, List<String> traces) {

    static final String TOKEN = System.getenv("GATE_TOKEN");
    static final String SECRET = System.getenv("GATE_CLIENT_SECRET");

    private static final TokenTraces TRACES = new TokenTraces(TOKEN, SECRET);

    /** An authority of its own, and what servers with its certificates show. */
    record Authority(Path pem, SSLContext shown) {

        static Authority in(Path folder) throws IOException, GeneralSecurityException {
            Certificates certificates = new Certificates(folder);
            return new Authority(certificates.authority(), certificates.shown("127.0.0.1", Certificates.VALID));
        }
    }

    /** Against a provider that shows a certificate of this authority. */
    static LiveRun of(String baseUrl, Path ca, Path reports, String... more) throws IOException {
        return of(reports, Stream.of("--base-url=" + baseUrl, "--ca=" + ca), more);
    }

    /** Against a provider without TLS. */
    static LiveRun of(String baseUrl, Path reports, String... more) throws IOException {
        return of(reports, Stream.of("--base-url=" + baseUrl), more);
    }

    /** Quickly, where a guest would take its time. */
    private static LiveRun of(Path reports, Stream<String> where, String... more) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("check", "--live", "--report-dir=" + reports));
        arguments.addAll(List.of(more));
        Stream<String> pace = Stream.of("--rate=500", "--poll-interval=30ms", "--poll-deadline=20s");
        for (String usual : Stream.concat(where, pace).toList()) {
            String name = usual.substring(0, usual.indexOf('=') + 1);
            if (Stream.of(more).noneMatch(given -> given.startsWith(name))) {
                arguments.add(usual);
            }
        }
        GateProcess.Result ended = GateProcess.run(arguments.toArray(String[]::new));
        Path verdict = reports.resolve("verdict.json");
        return new LiveRun(
                ended.exit(),
                ended.console(),
                Files.exists(verdict)
                        ? JsonMapper.shared().readTree(verdict.toFile())
                        : JsonMapper.shared().createObjectNode(),
                GateRun.traces(TRACES, ended.console(), reports));
    }

    /** The ids of the clauses that were found broken. */
    Set<String> broken() {
        Set<String> clauses = new TreeSet<>();
        verdict.path("findings")
                .forEach(finding -> clauses.add(finding.path("clause").asString()));
        return clauses;
    }
}
