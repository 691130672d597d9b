package io.gatewayping.report;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.gatewayping.contract.Clause;
import io.gatewayping.contract.Contract;
import io.gatewayping.contract.ServedState;
import io.gatewayping.gate.ScenarioText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The living documentation: a folder of pages on what is demanded, who claims it, how it is proven and what came of the last
 * run. Each page stands alone, and none but that of Redoc needs a script.
 *
 * @param contract what it documents
 * @param texts of the scenarios, by location
 * @param counterexamples how many there are to each clause
 * @param last the {@code verdict.json} of the last run, or null when there was none
 */
public record Site(
        Contract contract,
        Map<String, ScenarioText> texts,
        Map<String, Long> counterexamples,
        @Nullable JsonNode last) {

    /**
     * A page.
     *
     * @param file its name, and that of its template
     */
    record Leaf(String file, String title) {}

    /** A scenario and where it stands. */
    record Told(String id, ScenarioText text, String outcome) {}

    private static final List<Leaf> PAGES = List.of(
            new Leaf("index", "Overview"),
            new Leaf("reference", "Reference"),
            new Leaf("contract", "Contract"),
            new Leaf("features", "Features"),
            new Leaf("clauses", "Clauses"),
            new Leaf("states", "Provider states"));

    /** Writes the pages. */
    public void write(Path folder) throws IOException {
        TemplateEngine engine = TemplateEngine.createPrecompiled(
                null, ContentType.Html, Site.class.getClassLoader(), Site.class.getPackageName());
        Files.createDirectories(folder);
        for (Leaf page : PAGES) {
            StringOutput out = new StringOutput();
            engine.render("site" + page.file() + ".jte", this, out);
            Files.writeString(folder.resolve(page.file() + ".html"), out.toString());
        }
        Files.writeString(folder.resolve(Redoc.LICENSE), Redoc.license());
    }

    List<Leaf> pages() {
        return PAGES;
    }

    Reference reference() {
        return new Reference(contract.document());
    }

    String forRedoc() {
        return new ReferenceDocument(contract).json();
    }

    List<Clause> clauses() {
        return List.copyOf(contract.clauses());
    }

    List<ServedState> states() {
        return List.copyOf(contract.states());
    }

    /** The scenarios by feature and, in it, by rule. */
    Map<String, Map<String, List<Told>>> features() {
        Map<String, Map<String, List<Told>>> features = new LinkedHashMap<>();
        told().forEach(told -> features.computeIfAbsent(told.text().feature(), name -> new LinkedHashMap<>())
                .computeIfAbsent(told.text().rule(), name -> new ArrayList<>())
                .add(told));
        return features;
    }

    private List<Told> told() {
        Map<String, String> outcomes = new HashMap<>();
        if (last != null) {
            last.path("scenarios")
                    .forEach(scenario -> outcomes.put(
                            place(scenario.path("location").asString("")),
                            scenario.path("verdict").asString("")));
        }
        List<Told> told = new ArrayList<>();
        texts.forEach((location, text) ->
                told.add(new Told(place(location), text, words(outcomes.getOrDefault(place(location), "")))));
        return told;
    }

    /** The scenarios that claim a clause. */
    List<Told> claiming(Clause clause) {
        return told().stream()
                .filter(told -> told.text().steps().stream()
                        .flatMap(step -> step.claims().stream())
                        .anyMatch(pattern -> Clause.isLike(clause.id(), pattern)))
                .toList();
    }

    /** The clauses that a claim names. */
    List<Clause> like(String pattern) {
        return clauses().stream()
                .filter(clause -> Clause.isLike(clause.id(), pattern))
                .toList();
    }

    /** What became of a clause in the last run, in words; empty when nobody knows. */
    String outcome(Clause clause) {
        if (last == null) {
            return "";
        }
        return last.path("clauses")
                .valueStream()
                .filter(line -> line.path("id").asString("").equals(clause.id()))
                .map(line -> words(line.path("outcome").asString("")))
                .findFirst()
                .orElse("");
    }

    /** Whose the last run was, in words. */
    String lastRun() {
        if (last == null) {
            return "No run is known; ./gate check, and then ./gate docs again, shows its outcomes here.";
        }
        JsonNode judged = last.path("judged");
        return "Last run: " + last.path("verdict").asString("") + ", "
                + judged.path("provider").asString("") + ", "
                + judged.path("start").asString("").replaceFirst("\\.\\d+Z$", "Z");
    }

    String tone(String words) {
        return switch (words) {
            case "ok", "kept" -> "ok";
            case "broken" -> "bad";
            default -> "open";
        };
    }

    private static String words(String outcome) {
        return switch (outcome) {
            case "CONFORMS" -> "ok";
            case "KEPT" -> "kept";
            case "BROKEN", "DOES_NOT_CONFORM" -> "broken";
            case "NOT_EXERCISED" -> "not exercised";
            case "INCONCLUSIVE" -> "not judged";
            default -> "";
        };
    }

    /** The same wherever the features stand. */
    private static String place(String location) {
        return location.substring(location.lastIndexOf('/') + 1).replace(':', '-');
    }
}
