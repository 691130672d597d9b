package io.gatewayping.report;

import io.gatewayping.gate.ScenarioOutcome;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** What was judged and how, as names and values: the same in every report. */
final class About {

    private About() {}

    static Map<String, String> of(Evidence evidence) {
        Circumstances of = evidence.of();
        Map<String, String> about = new LinkedHashMap<>();
        about.put("verdict", evidence.verdict().name());
        about.put("provider", of.provider());
        about.put("contract", of.byWhat());
        about.put("contract SHA-256", of.contract().source().sha256());
        about.put("gate", of.gate());
        about.put("Java", of.java());
        about.put(
                "options",
                of.options().entrySet().stream()
                        .map(option -> option.getKey() + " " + option.getValue())
                        .collect(Collectors.joining(" ")));
        about.put("filter", of.filter());
        about.put("notes", String.join("; ", of.notes()));
        about.put("scenarios not exercised", nonZero(evidence.scenarios(ScenarioOutcome.NOT_EXERCISED)));
        about.put("known findings", nonZero(evidence.known()));
        about.put("seed", String.valueOf(evidence.run().seed().value()));
        about.put("start", of.start().toString());
        about.put("duration", evidence.seconds());
        about.put("requests", String.valueOf(evidence.run().requests()));
        about.put("findings", String.valueOf(evidence.findings().size()));
        about.values().removeIf(String::isEmpty);
        return about;
    }

    private static String nonZero(long number) {
        return number == 0 ? "" : String.valueOf(number);
    }
}
