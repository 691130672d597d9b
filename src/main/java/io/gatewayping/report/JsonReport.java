package io.gatewayping.report;

import io.gatewayping.contract.Clause;
import io.gatewayping.exchange.Excerpt;
import io.gatewayping.exchange.Exchange;
import io.gatewayping.exchange.Response;
import io.gatewayping.gate.GateListener;
import io.gatewayping.gate.RunResult;
import io.gatewayping.gate.ScenarioResult;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The verdict for programs: {@code verdict.json}. Its members are documented in the README and only ever added to. */
public final class JsonReport implements GateListener {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final Path file;

    /** Writes this file. */
    public JsonReport(Path file) {
        this.file = file;
    }

    @Override
    public void runEnded(RunResult run) {
        Set<String> exercised = run.exercised();
        JSON.writeValue(
                file,
                new Report(
                        run.verdict().name(),
                        run.inconclusive(),
                        run.scenarios().stream().flatMap(JsonReport::findings).toList(),
                        run.clauses().stream()
                                .map(clause -> clause(clause, exercised.contains(clause.id())))
                                .toList(),
                        run.scenarios().stream().map(JsonReport::scenario).toList(),
                        run.scenarios().stream().flatMap(JsonReport::exchanges).toList(),
                        run.took().toMillis() / 1000.0,
                        run.seed().value()));
    }

    private static Stream<FindingLine> findings(ScenarioResult scenario) {
        return scenario.findings().stream()
                .map(finding -> new FindingLine(
                        finding.clause(),
                        finding.place(),
                        finding.expected(),
                        finding.actual(),
                        finding.curl(),
                        scenario.feature(),
                        scenario.name()));
    }

    private static ClauseLine clause(Clause clause, boolean exercised) {
        return new ClauseLine(
                clause.id(), clause.place(), clause.basis().word(), clause.text(), clause.supporting(), exercised);
    }

    private static ScenarioLine scenario(ScenarioResult scenario) {
        return new ScenarioLine(
                scenario.feature(), scenario.name(), scenario.verdict().name());
    }

    private static Stream<ExchangeLine> exchanges(ScenarioResult scenario) {
        return scenario.exchanges().stream().map(exchange -> exchange(scenario, exchange));
    }

    private static ExchangeLine exchange(ScenarioResult scenario, Exchange exchange) {
        Response response = exchange.response();
        return new ExchangeLine(
                exchange.request().method(),
                exchange.request().url().toString(),
                exchange.request().credential().words(),
                response == null ? null : response.status(),
                response == null ? null : Excerpt.of(response.text()),
                exchange.failure(),
                exchange.start().toString(),
                exchange.took().toMillis(),
                scenario.feature(),
                scenario.name());
    }

    private record Report(
            String verdict,
            List<String> inconclusive,
            List<FindingLine> findings,
            List<ClauseLine> clauses,
            List<ScenarioLine> scenarios,
            List<ExchangeLine> exchanges,
            double seconds,
            long seed) {}

    private record FindingLine(
            String clause,
            String place,
            String expected,
            String actual,
            String curl,
            String feature,
            String scenario) {}

    private record ClauseLine(
            String id, String place, String basis, String text, boolean supporting, boolean exercised) {}

    private record ScenarioLine(String feature, String name, String verdict) {}

    private record ExchangeLine(
            String method,
            String url,
            String credential,
            @Nullable Integer status,
            @Nullable String body,
            @Nullable String failure,
            String start,
            long milliseconds,
            String feature,
            String scenario) {}
}
