package io.gatewayping.report;

import io.gatewayping.contract.Clause;
import io.gatewayping.exchange.Excerpt;
import io.gatewayping.exchange.Exchange;
import io.gatewayping.exchange.Malformed;
import io.gatewayping.exchange.Response;
import io.gatewayping.gate.GateListener;
import io.gatewayping.gate.RunResult;
import io.gatewayping.gate.ScenarioOutcome;
import io.gatewayping.gate.ScenarioResult;
import io.gatewayping.gate.ShownFinding;
import io.gatewayping.gate.ShownFinding.Showing;
import io.gatewayping.judge.Finding;
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
    private final List<String> notes;

    /**
     * Writes this file.
     *
     * @param notes what the verdict is said with
     */
    public JsonReport(Path file, List<String> notes) {
        this.notes = notes;
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
                        run.findings().stream()
                                .map(shown -> finding(shown, run.accepted(shown).orElse(null)))
                                .toList(),
                        run.clauses().stream()
                                .map(clause -> clause(clause, exercised.contains(clause.id())))
                                .toList(),
                        run.scenarios().stream()
                                .map(scenario -> scenario(run, scenario))
                                .toList(),
                        run.scenarios().stream().flatMap(JsonReport::exchanges).toList(),
                        run.took().toMillis() / 1000.0,
                        run.seed().value(),
                        run.requests(),
                        run.verdictLine(),
                        run.notExercised().size(),
                        notes,
                        run.staleKnown()));
    }

    private static FindingLine finding(ShownFinding shown, @Nullable String accepted) {
        Finding finding = shown.finding();
        Showing first = shown.showings().get(0);
        return new FindingLine(
                finding.clause(),
                finding.place(),
                finding.expected(),
                finding.actual(),
                first.reproduction(),
                first.scenario().feature(),
                first.scenario().name(),
                shown.showings().stream().map(JsonReport::showing).toList(),
                accepted);
    }

    private static ShowingLine showing(Showing showing) {
        Exchange exchange = showing.finding().exchange();
        return new ShowingLine(
                showing.scenario().feature(),
                showing.scenario().name(),
                exchange == null ? null : showing.scenario().exchanges().indexOf(exchange),
                exchange == null ? null : exchange.request().credential().words(),
                showing.finding().actual(),
                showing.reproduction());
    }

    private static ClauseLine clause(Clause clause, boolean exercised) {
        return new ClauseLine(
                clause.id(), clause.place(), clause.basis().word(), clause.text(), clause.supporting(), exercised);
    }

    private static ScenarioLine scenario(RunResult run, ScenarioResult scenario) {
        boolean exercised = scenario.outcome() != ScenarioOutcome.NOT_EXERCISED;
        return new ScenarioLine(
                scenario.feature(),
                scenario.name(),
                scenario.outcome().name(),
                scenario.tag(),
                List.copyOf(scenario.scenario().tags()),
                exercised ? List.of() : scenario.notExercised(),
                exercised ? List.of() : run.leftOut(scenario));
    }

    private static Stream<ExchangeLine> exchanges(ScenarioResult scenario) {
        return scenario.exchanges().stream().map(exchange -> exchange(scenario, exchange));
    }

    private static ExchangeLine exchange(ScenarioResult scenario, Exchange exchange) {
        Response response = exchange.response();
        Malformed malformed = exchange.outcome().malformed();
        return new ExchangeLine(
                exchange.request().method(),
                exchange.request().url().toString(),
                exchange.request().credential().words(),
                response == null ? null : response.status(),
                response == null ? null : Excerpt.of(response.text()),
                exchange.failure(),
                malformed == null ? null : malformed.words(),
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
            long seed,
            int requests,
            String line,
            int notExercised,
            List<String> notes,
            List<String> staleKnown) {}

    private record FindingLine(
            String clause,
            String place,
            String expected,
            String actual,
            String curl,
            String feature,
            String scenario,
            List<ShowingLine> shownBy,
            @Nullable String accepted) {}

    private record ShowingLine(
            String feature,
            String scenario,
            @Nullable Integer exchange,
            @Nullable String credential,
            String actual,
            String curl) {}

    private record ClauseLine(
            String id, String place, String basis, String text, boolean supporting, boolean exercised) {}

    private record ScenarioLine(
            String feature,
            String name,
            String verdict,
            String tag,
            List<String> tags,
            List<String> notExercised,
            List<String> leavesOut) {}

    private record ExchangeLine(
            String method,
            String url,
            String credential,
            @Nullable Integer status,
            @Nullable String body,
            @Nullable String failure,
            @Nullable String malformed,
            String start,
            long milliseconds,
            String feature,
            String scenario) {}
}
