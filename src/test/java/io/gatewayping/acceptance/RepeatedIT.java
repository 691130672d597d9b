package io.gatewayping.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatewayping.cli.GateProcess;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The same run again and again comes to the same end; {@code bench/repeat} has it do so on a busy machine. */
final class RepeatedIT {

    private static final int REPEATS = Integer.getInteger("repeats", 3);
    private static final String SEED = "--seed=1";
    private static final String BROKEN_IN_MANY_WAYS = "200 with the body of an error";

    @TempDir
    Path reports;

    @Test
    void aConformingProviderConformsEveryTime() throws IOException {
        assertSameEveryTime("the stub", "CONFORMS", () -> {
            GateProcess.run("check", SEED, "--report-dir=" + reports);
            return JsonMapper.shared().readTree(reports.resolve("verdict.json"));
        });
    }

    @Test
    void aBrokenProviderIsFoundBrokenInTheSameWaysEveryTime() throws IOException {
        Breach breach = Breach.all()
                .filter(it -> it.name().equals(BROKEN_IN_MANY_WAYS))
                .findFirst()
                .orElseThrow();

        assertSameEveryTime(
                breach.name(), "DOES_NOT_CONFORM", () -> GateRun.against(breach.tampering(), reports, "30s", SEED)
                        .verdict());
    }

    private interface Run {
        JsonNode verdict() throws IOException;
    }

    private static void assertSameEveryTime(String provider, String verdict, Run run) throws IOException {
        Map<List<String>, Integer> ends = new TreeMap<>(java.util.Comparator.comparing(List::toString));
        List<Long> milliseconds = new ArrayList<>();
        for (int time = 0; time < REPEATS; time++) {
            long start = System.nanoTime();
            ends.merge(end(run.verdict()), 1, Integer::sum);
            milliseconds.add((System.nanoTime() - start) / 1_000_000);
        }
        Collections.sort(milliseconds);
        System.out.printf(
                Locale.ROOT,
                "%s: %d runs, %s %s, median %d ms, longest %d ms%n",
                provider,
                REPEATS,
                ends.values(),
                verdict,
                milliseconds.get(REPEATS / 2),
                milliseconds.get(REPEATS - 1));
        assertThat(ends).hasSize(1);
        assertThat(ends.keySet().iterator().next()).contains(verdict);
    }

    /** The verdict, why, and what was exchanged, whatever the order. */
    private static List<String> end(JsonNode verdict) {
        Stream<String> findings = verdict.path("findings")
                .valueStream()
                .map(it -> it.path("clause").asString()
                        + it.path("place").asString()
                        + it.path("scenario").asString());
        Stream<String> exchanges = verdict.path("exchanges")
                .valueStream()
                .map(it -> URI.create(it.path("url").asString()).getPath() + it.path("credential") + it.path("status"));
        Stream<String> reasons = verdict.path("inconclusive").valueStream().map(JsonNode::asString);
        return Stream.of(Stream.of(verdict.path("verdict").asString()), findings, reasons, exchanges)
                .flatMap(it -> it)
                .sorted()
                .toList();
    }
}
