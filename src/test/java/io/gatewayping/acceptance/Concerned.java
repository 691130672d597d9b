package io.gatewayping.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * Which scenarios a breach concerns: those that claim what it breaks. They show it in a tenth of the time that all of them
 * take; with {@code -Dwhole} all of them are run for each breach, as a change of the scenarios or of the judge deserves.
 */
final class Concerned {

    private static final boolean WHOLE = System.getProperty("whole") != null;

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

    /** One run of the gate, with further options. */
    @FunctionalInterface
    interface Run<R> {
        R with(String... options) throws IOException;
    }

    private Concerned() {}

    /**
     * Has them run, and all of them when they show nothing: the breach may need another state than theirs, or live one that no
     * caller can arrange.
     */
    static <R> R run(Set<String> clauses, Run<R> run, ToIntFunction<R> exit) throws IOException {
        String tags = WHOLE ? "" : tags(clauses);
        if (!tags.isEmpty()) {
            R some = run.with("--tags=" + tags);
            if (exit.applyAsInt(some) == 1) {
                return some;
            }
        }
        return run.with();
    }

    private static String tags(Set<String> clauses) {
        return Honest.SCENARIOS.stream()
                .filter(scenario -> !scenario.path("tag").asString().isEmpty())
                .filter(scenario ->
                        scenario.path("claims").valueStream().anyMatch(claim -> clauses.contains(claim.asString())))
                .map(scenario -> scenario.path("tag").asString())
                .distinct()
                .collect(Collectors.joining(" or "));
    }
}
