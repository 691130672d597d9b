package io.gatewayping.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Which scenarios a breach concerns: those that see it and claim what it breaks; and an oddity: those that see it. They show it in a tenth
 * of the time that all of them take; with {@code -Dwhole} all of them are run for each, as a change of the scenarios or of the
 * judge deserves.
 */
final class Concerned {

    static final boolean WHOLE = System.getProperty("whole") != null;

    private static final class Honest {
        private static final List<JsonNode> SCENARIOS = scenarios();

        private static List<JsonNode> scenarios() {
            try {
                GateRun run = GateRun.against(Tampering.NONE, Files.createTempDirectory("honest-"), "30s");
                return run.verdict().path("scenarios").valueStream().toList();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** What scenarios see of a provider whose states are arranged. */
    static final class Arranged {
        static final Map<String, Shown> SEEN =
                Shown.by((tampering, reports) -> GateRun.against(tampering, reports, "30s"));
    }

    /** One run of the gate, with further options. */
    @FunctionalInterface
    interface Run<R> {
        R with(String... options) throws IOException;
    }

    private Concerned() {}

    /**
     * Has those run that claim what is broken, and of these those that see what is tampered with, where there are some; then all
     * that see it; and all of them when these show no breach: it may need another state than theirs, or live one that no caller
     * can arrange.
     */
    static <R> R run(Map<String, Shown> honest, Breach breach, Run<R> run, ToIntFunction<R> exit) throws IOException {
        Set<String> claiming = tags(breach.breaks());
        Set<String> seeing = Shown.tags(honest, breach.tampering()).orElse(Set.of());
        Set<String> both = new TreeSet<>(claiming);
        both.retainAll(seeing);
        return run(Stream.of(both.isEmpty() ? claiming : both, seeing), 1, run, exit);
    }

    /** Has those run that see what is tampered with, and all of them when they do not pass, to tell more. */
    static <R> R run(Map<String, Shown> honest, Tampering oddity, Run<R> run, ToIntFunction<R> exit)
            throws IOException {
        return run(Shown.tags(honest, oddity).stream(), 0, run, exit);
    }

    private static <R> R run(Stream<Set<String>> some, int wanted, Run<R> run, ToIntFunction<R> exit)
            throws IOException {
        List<Set<String>> tried =
                some.filter(tags -> !WHOLE && !tags.isEmpty()).distinct().toList();
        for (Set<String> tags : tried) {
            R shown = run.with("--tags=" + String.join(" or ", tags));
            if (exit.applyAsInt(shown) == wanted) {
                return shown;
            }
        }
        return run.with();
    }

    private static Set<String> tags(Set<String> clauses) {
        return Honest.SCENARIOS.stream()
                .filter(scenario -> !scenario.path("tag").asString().isEmpty())
                .filter(scenario ->
                        scenario.path("claims").valueStream().anyMatch(claim -> clauses.contains(claim.asString())))
                .map(scenario -> scenario.path("tag").asString())
                .collect(Collectors.toSet());
    }
}
