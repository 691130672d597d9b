package io.gatewayping.acceptance;

import io.gatewayping.gate.Preflight;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What each scenario sees of a provider that keeps the contract, by the names of its answers and states: where none of what
 * is tampered with is seen, nothing is different.
 *
 * @param tag of the scenario
 * @param claims the ids of the clauses that it claims
 * @param answers that it is given, one after the other
 * @param states that it arranges
 */
record Shown(String tag, Set<String> claims, List<String> answers, Set<String> states) {

    private static final String NAME = "x-answer";

    /** What comes before the first scenario comes in every run, whichever scenarios it is of. */
    private static final Predicate<JsonNode> OF_A_SCENARIO =
            location -> !location.asString().equals(Preflight.LOCATION);

    /** One run of the gate against a provider that is tampered with, which leaves its reports in a folder. */
    @FunctionalInterface
    interface Run {
        void leaves(Tampering tampering, Path reports) throws IOException;
    }

    /** What each scenario of a run sees, by its tag. */
    static Map<String, Shown> by(Run run) {
        try {
            Path reports = Files.createTempDirectory("shown-");
            run.leaves(Tampering.everywhere(AnswerSpec.naming(NAME)), reports);
            JsonNode scenarios = read(reports.resolve("verdict.json")).path("scenarios");
            Map<String, String> tags = scenarios
                    .valueStream()
                    .collect(Collectors.toMap(it -> it.path("location").asString(), it -> it.path("tag")
                            .asString()));
            JsonNode log = read(reports.resolve("exchanges.har")).path("log");
            Map<String, Shown> shown = new TreeMap<>();
            scenarios
                    .valueStream()
                    .filter(scenario -> OF_A_SCENARIO.test(scenario.path("location")))
                    .forEach(scenario -> scenario.path("claims")
                            .forEach(claim -> of(shown, tags, scenario.path("location"))
                                    .claims()
                                    .add(claim.asString())));
            log.path("pages")
                    .valueStream()
                    .filter(page -> OF_A_SCENARIO.test(page.path("id")))
                    .forEach(page -> page.path("_arranged").forEach(it -> of(shown, tags, page.path("id"))
                            .states()
                            .add(it.path("state").asString())));
            log.path("entries")
                    .valueStream()
                    .filter(entry -> OF_A_SCENARIO.test(entry.path("pageref")))
                    .forEach(entry -> entry.path("response")
                            .path("headers")
                            .valueStream()
                            .filter(header -> header.path("name").asString().equals(NAME))
                            .forEach(header -> of(shown, tags, entry.path("pageref"))
                                    .answers()
                                    .add(header.path("value").asString())));
            return shown;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode read(Path report) {
        return JsonMapper.shared().readTree(report.toFile());
    }

    private static Shown of(Map<String, Shown> shown, Map<String, String> tags, JsonNode location) {
        String tag = tags.getOrDefault(location.asString(), "");
        return shown.computeIfAbsent(
                tag, it -> new Shown(it, new LinkedHashSet<>(), new ArrayList<>(), new LinkedHashSet<>()));
    }

    /** The scenarios that see a difference; all of them when it may be any. */
    static List<Shown> seeing(Map<String, Shown> honest, Tampering tampering) {
        List<Shown> all = List.copyOf(honest.values());
        if (tampering.isOfTheWhole() || honest.containsKey("")) {
            return all;
        }
        List<Shown> seeing =
                all.stream().filter(it -> !it.changed(tampering).isEmpty()).toList();
        return seeing.isEmpty() ? all : seeing;
    }

    /** What it is given and arranges of that which is tampered with. */
    Set<String> answersOf(Tampering tampering) {
        return tampering.isOfTheWhole() ? new HashSet<>(answers) : changed(tampering);
    }

    /** What it takes to run it, in answers: arranging and judging are worth some. */
    int cost() {
        return answers.size() + 2;
    }

    private Set<String> changed(Tampering tampering) {
        Set<String> changed = AnswerBook.withThoseLike(tampering.answers().keySet());
        return Stream.concat(
                        answers.stream().filter(changed::contains),
                        tampering.states().keySet().stream().filter(this::isAbout))
                .collect(Collectors.toCollection(HashSet::new));
    }

    /** Nobody arranges a state of a live provider: who sees it then are those that claim what it promises. */
    private boolean isAbout(String state) {
        return states.contains(state) || claims.contains("states/" + state.replace(' ', '-'));
    }
}
