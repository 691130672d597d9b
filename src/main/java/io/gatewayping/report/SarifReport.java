package io.gatewayping.report;

import io.gatewayping.contract.Clause;
import io.gatewayping.contract.Source;
import io.gatewayping.gate.ShownFinding;
import io.gatewayping.judge.Finding;
import java.io.Writer;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The findings as SARIF 2.1.0: {@code findings.sarif}. Each clause is a rule, and each finding points at its line. */
final class SarifReport implements Report {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    @Override
    public void write(Evidence evidence, Writer out) {
        Source source = evidence.of().contract().source();
        ObjectNode root = JSON.createObjectNode();
        root.put("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
        root.put("version", "2.1.0");
        ObjectNode run = root.putArray("runs").addObject();
        ObjectNode driver = run.putObject("tool").putObject("driver");
        driver.put("name", "gateway-ping-gate");
        driver.put("version", evidence.of().gate());
        Map<String, Integer> indices = rules(evidence, driver.putArray("rules"));
        ObjectNode invocation = run.putArray("invocations").addObject();
        invocation.put("executionSuccessful", evidence.undecided().isEmpty());
        invocation.put("startTimeUtc", evidence.of().start().toString());
        invocation.put(
                "endTimeUtc", evidence.of().start().plus(evidence.run().took()).toString());
        invocation.put("exitCode", evidence.verdict().exitCode());
        ArrayNode notes = invocation.putArray("toolExecutionNotifications");
        evidence.undecided().keySet().forEach(reason -> {
            ObjectNode note = notes.addObject().put("level", "error");
            note.putObject("message").put("text", reason);
        });
        evidence.run().staleKnown().forEach(stale -> {
            ObjectNode note = notes.addObject().put("level", "error");
            note.putObject("message").put("text", stale);
        });
        ObjectNode properties = run.putObject("properties");
        About.of(evidence).forEach(properties::put);
        ArrayNode results = run.putArray("results");
        if (!evidence.findings().isEmpty()) {
            addResults(evidence, indices, source.lines(), results);
        }
        JSON.writeValue(out, root);
    }

    private static void addResults(
            Evidence evidence, Map<String, Integer> indices, Source.Lines lines, ArrayNode results) {
        for (ShownFinding shown : evidence.findings()) {
            Clause clause = evidence.of().contract().clause(shown.finding().clause());
            ObjectNode result = results.addObject();
            result.put("ruleId", clause.id());
            result.put("ruleIndex", indices.getOrDefault(clause.id(), 0));
            result.put("level", "error");
            evidence.run().accepted(shown).ifPresent(why -> result.putArray("suppressions")
                    .addObject()
                    .put("kind", "external")
                    .put("status", "accepted")
                    .put("justification", why));
            write(evidence, shown, result);
            ObjectNode location = result.putArray("locations").addObject();
            ObjectNode physical = location.putObject("physicalLocation");
            physical.putObject("artifactLocation")
                    .put("uri", uri(evidence.of().contract().source().file()));
            physical.putObject("region").put("startLine", lines.of(clause.place()));
            location.putArray("logicalLocations")
                    .addObject()
                    .put("fullyQualifiedName", clause.place())
                    .put("kind", "clause");
        }
    }

    private static Map<String, Integer> rules(Evidence evidence, ArrayNode rules) {
        Map<String, Integer> indices = new HashMap<>();
        for (Clause clause : evidence.run().clauses()) {
            indices.put(clause.id(), rules.size());
            ObjectNode rule = rules.addObject();
            rule.put("id", clause.id());
            rule.putObject("shortDescription").put("text", clause.text());
            rule.putObject("properties").put("basis", clause.basis().word());
        }
        return indices;
    }

    private static void write(Evidence evidence, ShownFinding shown, ObjectNode result) {
        Finding finding = shown.finding();
        result.putObject("message")
                .put("text", "In answers of the provider, at " + Told.place(finding) + ": " + Told.sentence(finding));
        result.putObject("partialFingerprints").put("clauseAndPlace/v1", finding.clause() + " " + finding.place());
        ObjectNode properties = result.putObject("properties");
        properties.put("place", finding.place());
        properties.put("reproduce", evidence.reproduction(shown.showings().get(0)));
        ArrayNode scenarios = properties.putArray("scenarios");
        shown.showings().stream()
                .map(showing -> showing.scenario().title())
                .distinct()
                .forEach(scenarios::add);
    }

    /** Relative where it stands below the folder that this runs in, as a checkout's files are named. */
    private static String uri(String file) {
        Path path = Path.of(file).toAbsolutePath().normalize();
        Path here = Path.of("").toAbsolutePath();
        return path.startsWith(here)
                ? here.toUri().relativize(path.toUri()).toString()
                : path.toUri().toString();
    }
}
