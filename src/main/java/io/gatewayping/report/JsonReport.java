package io.gatewayping.report;

import io.gatewayping.contract.Clause;
import io.gatewayping.contract.Source;
import io.gatewayping.exchange.Excerpt;
import io.gatewayping.exchange.Exchange;
import io.gatewayping.exchange.Malformed;
import io.gatewayping.exchange.Response;
import io.gatewayping.gate.RunResult;
import io.gatewayping.gate.ScenarioOutcome;
import io.gatewayping.gate.ScenarioResult;
import io.gatewayping.gate.ShownFinding;
import io.gatewayping.gate.ShownFinding.Showing;
import io.gatewayping.judge.Finding;
import io.gatewayping.report.Evidence.Observed;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The verdict for programs: {@code verdict.json}, as {@code docs/verdict.schema.json} has it. Members are only ever added. */
final class JsonReport implements Report {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    @Override
    public void write(Evidence evidence, Writer out) {
        RunResult run = evidence.run();
        JSON.writeValue(
                out,
                new Verdict(
                        evidence.verdict().name(),
                        judged(evidence),
                        run.inconclusive(),
                        evidence.findings().stream()
                                .map(shown -> finding(evidence, shown))
                                .toList(),
                        run.clauses().stream()
                                .map(clause -> clause(evidence, clause))
                                .toList(),
                        run.scenarios().stream()
                                .map(scenario -> scenario(evidence, scenario))
                                .toList(),
                        evidence.observed().stream().map(JsonReport::exchange).toList(),
                        run.took().toMillis() / 1000.0,
                        run.seed().value(),
                        run.requests(),
                        evidence.line(),
                        run.notExercised().size(),
                        evidence.of().notes(),
                        run.staleKnown()));
    }

    private static JudgedLine judged(Evidence evidence) {
        Circumstances of = evidence.of();
        Source source = of.contract().source();
        return new JudgedLine(
                of.provider(),
                source.name(),
                source.version(),
                source.sha256(),
                of.gate(),
                of.java(),
                of.options(),
                of.filter().isEmpty() ? null : of.filter(),
                of.start().toString(),
                evidence.run().requests());
    }

    private static FindingLine finding(Evidence evidence, ShownFinding shown) {
        Finding finding = shown.finding();
        Showing first = shown.showings().get(0);
        return new FindingLine(
                finding.clause(),
                finding.place(),
                finding.wrong(),
                finding.expected(),
                finding.actual(),
                evidence.reproduction(first),
                first.scenario().feature(),
                first.scenario().name(),
                shown.showings().stream()
                        .map(showing -> showing(evidence, showing))
                        .toList(),
                evidence.run().accepted(shown).orElse(null));
    }

    private static ShowingLine showing(Evidence evidence, Showing showing) {
        Exchange exchange = showing.finding().exchange();
        int index = evidence.indexOf(showing);
        return new ShowingLine(
                showing.scenario().feature(),
                showing.scenario().name(),
                index < 0 ? null : index,
                exchange == null ? null : exchange.request().credential().words(),
                showing.finding().actual(),
                evidence.reproduction(showing));
    }

    private static ClauseLine clause(Evidence evidence, Clause clause) {
        return new ClauseLine(
                clause.id(),
                clause.place(),
                clause.basis().word(),
                clause.text(),
                clause.supporting(),
                evidence.exercised().contains(clause.id()),
                evidence.outcome(clause).name());
    }

    private static ScenarioLine scenario(Evidence evidence, ScenarioResult scenario) {
        boolean exercised = scenario.outcome() != ScenarioOutcome.NOT_EXERCISED;
        return new ScenarioLine(
                scenario.feature(),
                scenario.name(),
                scenario.outcome().name(),
                scenario.tag(),
                List.copyOf(scenario.scenario().tags()),
                scenario.location(),
                scenario.claimed().stream().sorted().toList(),
                scenario.findingsOfOthers(),
                scenario.inconclusive(),
                exercised ? List.of() : scenario.notExercised(),
                exercised ? List.of() : evidence.leftOut(scenario));
    }

    private static ExchangeLine exchange(Observed observed) {
        Exchange exchange = observed.exchange();
        Response response = exchange.response();
        Malformed malformed = exchange.outcome().malformed();
        return new ExchangeLine(
                exchange.request().method(),
                exchange.request().url().toString(),
                exchange.request().credential().words(),
                response == null ? null : response.status(),
                response == null ? null : headers(response),
                response == null ? null : Excerpt.of(response.text()),
                exchange.failure(),
                malformed == null ? null : malformed.words(),
                exchange.start().toString(),
                exchange.took().toMillis(),
                observed.scenario().feature(),
                observed.scenario().name());
    }

    private static Map<String, List<String>> headers(Response response) {
        Map<String, List<String>> headers = new TreeMap<>();
        response.headers()
                .forEach((name, values) -> headers.put(
                        Excerpt.of(name), values.stream().map(Excerpt::of).toList()));
        return headers;
    }

    private record Verdict(
            String verdict,
            JudgedLine judged,
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

    private record JudgedLine(
            String provider,
            String contract,
            String contractVersion,
            String contractSha256,
            String gate,
            String java,
            Map<String, String> options,
            @Nullable String filter,
            String start,
            int requests) {}

    private record FindingLine(
            String clause,
            String place,
            String wrong,
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
            String id,
            String place,
            String basis,
            String text,
            boolean supporting,
            boolean exercised,
            String outcome) {}

    private record ScenarioLine(
            String feature,
            String name,
            String verdict,
            String tag,
            List<String> tags,
            String location,
            List<String> claims,
            long findingsOfOtherClaims,
            List<String> inconclusive,
            List<String> notExercised,
            List<String> leavesOut) {}

    private record ExchangeLine(
            String method,
            String url,
            String credential,
            @Nullable Integer status,
            @Nullable Map<String, List<String>> headers,
            @Nullable String body,
            @Nullable String failure,
            @Nullable String malformed,
            String start,
            long milliseconds,
            String feature,
            String scenario) {}
}
