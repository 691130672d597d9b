package io.gatewayping.report;

import io.gatewayping.contract.Clause;
import io.gatewayping.exchange.Exchange;
import io.gatewayping.gate.ScenarioOutcome;
import io.gatewayping.gate.ScenarioResult;
import io.gatewayping.gate.ShownFinding;
import io.gatewayping.judge.Finding;
import java.io.Writer;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * The report for CI servers: {@code junit.xml}. A test case for each scenario, for each finding that no scenario claims, for
 * each clause that was not exercised, and for the run itself where no scenario was run.
 */
final class JunitReport implements Report {

    private static final String RUN = "gate.run";

    @Override
    public void write(Evidence evidence, Writer out) {
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out);
            write(evidence, xml);
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void write(Evidence evidence, XMLStreamWriter xml) throws XMLStreamException {
        List<ScenarioResult> scenarios = evidence.run().scenarios();
        List<ShownFinding> unclaimed = evidence.findings().stream()
                .filter(shown -> evidence.run().accepted(shown).isEmpty())
                .filter(shown -> shown.showings().stream()
                        .noneMatch(it ->
                                it.scenario().claimed().contains(it.finding().clause())))
                .toList();
        List<String> reasons = evidence.run().asAWhole().isEmpty()
                ? List.of()
                : List.copyOf(evidence.undecided().keySet());
        int clauses = reasons.isEmpty() ? evidence.notExercised().size() : 0;
        long skipped =
                clauses + evidence.scenarios(ScenarioOutcome.NOT_EXERCISED) + evidence.scenarios(ScenarioOutcome.KNOWN);
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeStartElement("testsuite");
        attribute(xml, "name", "gate");
        attribute(xml, "tests", scenarios.size() + unclaimed.size() + clauses + (reasons.isEmpty() ? 0 : 1));
        attribute(xml, "failures", evidence.scenarios(ScenarioOutcome.DOES_NOT_CONFORM) + unclaimed.size());
        attribute(xml, "errors", evidence.scenarios(ScenarioOutcome.INCONCLUSIVE) + (reasons.isEmpty() ? 0 : 1));
        attribute(xml, "skipped", skipped);
        attribute(xml, "time", seconds(evidence.run().took()));
        attribute(xml, "timestamp", evidence.of().start().toString().replaceFirst("(\\.\\d+)?Z$", ""));
        properties(xml, About.of(evidence));
        Names names = new Names();
        for (ScenarioResult scenario : scenarios) {
            write(evidence, scenario, names.of(scenario), xml);
        }
        for (ShownFinding shown : unclaimed) {
            Finding finding = shown.finding();
            begin(xml, "gate.findings", (finding.clause() + " " + finding.place()).strip(), Duration.ZERO);
            failure(evidence, List.of(shown), xml);
            xml.writeEndElement();
        }
        if (!reasons.isEmpty()) {
            begin(xml, RUN, "the provider can be judged", Duration.ZERO);
            trouble(xml, "error", evidence.verdict().name(), String.join("; ", reasons), "");
            xml.writeEndElement();
        }
        if (reasons.isEmpty()) {
            for (Clause clause : evidence.notExercised()) {
                begin(xml, "gate.clauses", clause.id(), Duration.ZERO);
                skipped(xml, "not exercised: " + clause.text());
                xml.writeEndElement();
            }
        }
        xml.writeEndDocument();
    }

    private static void write(Evidence evidence, ScenarioResult scenario, String name, XMLStreamWriter xml)
            throws XMLStreamException {
        begin(xml, "gate." + feature(scenario), name, took(scenario));
        List<String> tags = evidence.run().text(scenario).tags();
        if (!tags.isEmpty()) {
            xml.writeStartElement("properties");
            for (String tag : tags) {
                property(xml, "tag", tag);
            }
            xml.writeEndElement();
        }
        switch (scenario.outcome()) {
            case DOES_NOT_CONFORM -> failure(evidence, claimed(evidence, scenario), xml);
            case KNOWN ->
                skipped(
                        xml,
                        claimed(evidence, scenario).stream()
                                .map(shown -> shown.finding().clause() + " is broken, "
                                        + evidence.run().accepted(shown).orElse("as is known in this scenario"))
                                .collect(Collectors.joining("; ")));
            case NOT_EXERCISED ->
                skipped(
                        xml,
                        "not exercised: " + Evidence.shown(String.join("; ", scenario.notExercised()))
                                + leftOut(evidence, scenario));
            case INCONCLUSIVE ->
                trouble(
                        xml,
                        "error",
                        scenario.outcome().name(),
                        Evidence.shown(String.join("; ", scenario.inconclusive())),
                        "");
            case CONFORMS -> {}
        }
        xml.writeEndElement();
    }

    private static List<ShownFinding> claimed(Evidence evidence, ScenarioResult scenario) {
        return evidence.findings().stream()
                .filter(shown -> shown.showings().stream()
                        .anyMatch(it -> it.scenario().equals(scenario)
                                && scenario.claimed().contains(it.finding().clause())))
                .toList();
    }

    private static String leftOut(Evidence evidence, ScenarioResult scenario) {
        List<String> clauses = evidence.leftOut(scenario);
        return clauses.isEmpty() ? "" : "; leaves out " + String.join(", ", clauses);
    }

    private static void skipped(XMLStreamWriter xml, String message) throws XMLStreamException {
        xml.writeEmptyElement("skipped");
        attribute(xml, "message", message);
    }

    private static void failure(Evidence evidence, List<ShownFinding> shown, XMLStreamWriter xml)
            throws XMLStreamException {
        Finding first = shown.get(0).finding();
        String text = shown.stream()
                .map(it -> it.finding().clause() + " at " + Told.place(it.finding()) + "\n"
                        + Told.sentence(it.finding()) + "\n"
                        + evidence.reproduction(it.showings().get(0)))
                .collect(Collectors.joining("\n\n"));
        trouble(xml, "failure", first.clause(), Told.place(first) + ": " + Told.sentence(first), text);
    }

    private static void trouble(XMLStreamWriter xml, String element, String type, String message, String text)
            throws XMLStreamException {
        xml.writeStartElement(element);
        attribute(xml, "type", type);
        attribute(xml, "message", message);
        xml.writeCharacters(text);
        xml.writeEndElement();
    }

    private static void begin(XMLStreamWriter xml, String type, String name, Duration took) throws XMLStreamException {
        xml.writeStartElement("testcase");
        attribute(xml, "classname", type);
        attribute(xml, "name", name);
        attribute(xml, "time", seconds(took));
    }

    private static void properties(XMLStreamWriter xml, Map<String, String> properties) throws XMLStreamException {
        xml.writeStartElement("properties");
        for (Map.Entry<String, String> property : properties.entrySet()) {
            property(xml, property.getKey(), property.getValue());
        }
        xml.writeEndElement();
    }

    private static void property(XMLStreamWriter xml, String name, String value) throws XMLStreamException {
        xml.writeEmptyElement("property");
        attribute(xml, "name", name);
        attribute(xml, "value", value);
    }

    private static void attribute(XMLStreamWriter xml, String name, Object value) throws XMLStreamException {
        xml.writeAttribute(name, String.valueOf(value));
    }

    private static String feature(ScenarioResult scenario) {
        return scenario.feature().replaceFirst("\\.feature$", "");
    }

    private static Duration took(ScenarioResult scenario) {
        return scenario.exchanges().stream().map(Exchange::took).reduce(Duration.ZERO, Duration::plus);
    }

    private static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%.3f", time.toMillis() / 1000.0);
    }

    /** Rows of one outline whose names do not tell them apart get their line. */
    private static final class Names {

        private final Map<String, String> taken = new HashMap<>();

        String of(ScenarioResult scenario) {
            String name = scenario.name();
            String other = taken.putIfAbsent(scenario.feature() + name, name);
            return other == null ? name : name + " (line " + scenario.location().replaceFirst(".*:", "") + ")";
        }
    }
}
