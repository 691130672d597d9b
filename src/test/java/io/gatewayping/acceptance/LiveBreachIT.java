package io.gatewayping.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertAll;

import io.gatewayping.acceptance.LiveProvider.Kind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every breach of the catalogue that a caller can see is found live too, and no oddity is refused. */
@Execution(ExecutionMode.CONCURRENT)
final class LiveBreachIT {

    /** The answers that a caller is given whatever becomes of a test. */
    private static final Set<String> ALWAYS =
            Set.of("unauthorized", "unauthorized-for-unknown", "unknown", "not-found", "method-not-allowed");

    /** Those of a test on its way. */
    private static final Set<String> ON_THE_WAY =
            Set.of("initiated", "running", "running-further", "completed", "failed");

    private static final Set<String> ENDS = Set.of("a ping test has completed", "a ping test has failed");

    /** What the live double does not do: that is wrong only where two ask at the same time, or with several tests, or writes. */
    private static final Set<Slip> NOT_LIVE = Set.of(
            Slip.NONE,
            Slip.MIXES_UP_THE_SIMULTANEOUS,
            Slip.ANSWERS_FROM_A_REPLICA,
            Slip.ANSWERS_THE_LAST_TEST_OF_THE_GATEWAY,
            Slip.OPENS_THE_WHOLE_GATEWAY,
            Slip.LOOKS_FOR_THE_TEST_BEFORE_THE_TOKEN,
            Slip.ANSWERS_PUT_WITHOUT_A_TOKEN,
            Slip.DELETES_WITHOUT_A_TOKEN);

    /** What a guest does not look for: it changes one in ten characters of a key. */
    private static final Set<TaskLookup> NOT_LOOKED_FOR = Set.of(
            TaskLookup.BY_ITS_KEY,
            TaskLookup.BY_ALL_BUT_ONE_CHARACTER_OF_ITS_TASK_ID,
            TaskLookup.BY_ALL_BUT_ONE_CHARACTER_OF_ITS_SERIAL_NUMBER);

    /** What breaks nothing but the promise of a state into which no caller brings a test. */
    private static final Set<String> PROMISES = Set.of(
            "failed in place of completed",
            "completed in place of failed",
            "completed without raw output",
            "completed with raw output null",
            "raw output is empty where it is promised",
            "progress does not rise while it runs");

    /** What scenarios see of a live provider. */
    private static final class Live {
        static final Map<String, Shown> SEEN = Shown.by(LiveBreachIT::run);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("breaches")
    void isFound(Breach breach, @TempDir Path reports) throws IOException {
        LiveRun run = Concerned.run(
                Live.SEEN,
                breach,
                options -> run(breach.tampering(), reports, options),
                ended -> ended.exit() == 1 && ended.broken().stream().anyMatch(breach.breaks()::contains));

        Set<String> found = new TreeSet<>(run.broken());
        found.retainAll(breach.breaks());
        assertAll(
                () -> assertThat(run.exit())
                        .as("%s (%s)\n%s", breach, breach.why(), run.console())
                        .isEqualTo(1),
                () -> assertThat(found).as("one of %s", breach.breaks()).isNotEmpty(),
                () -> assertThat(run.traces()).isEmpty());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("oddities")
    void isNotRefused(Oddity oddity, @TempDir Path reports) throws IOException {
        LiveRun run = Concerned.run(
                Live.SEEN,
                oddity.tampering(),
                options -> run(oddity.tampering(), reports, options),
                ended -> ended.exit() == 0);

        assertAll(
                () -> assertThat(run.exit())
                        .as("%s (%s)\n%s", oddity, oddity.why(), run.console())
                        .isZero(),
                () -> assertThat(run.broken()).isEmpty());
    }

    static Stream<Breach> breaches() {
        return BreachIT.rows()
                .filter(breach -> !PROMISES.contains(breach.name()))
                .filter(breach -> isSeen(breach.tampering()));
    }

    static Stream<Oddity> oddities() {
        return OddityIT.rows().filter(oddity -> isSeen(oddity.tampering()));
    }

    private static boolean isSeen(Tampering tampering) {
        Set<String> changed = tampering.answers().keySet();
        boolean inATest = tampering.states().keySet().stream().anyMatch(state -> state.contains(" runs to "));
        boolean onTheWay = tampering.states().isEmpty() && changed.stream().anyMatch(ON_THE_WAY::contains);
        boolean whereLetIn =
                tampering.admitsIn().isEmpty() || tampering.admitsIn().stream().anyMatch(ENDS::contains);
        return inATest
                || onTheWay
                || changed.stream().anyMatch(ALWAYS::contains)
                || tampering.every() != null
                || tampering.malformed() != null
                || (whereLetIn && !NOT_LIVE.contains(tampering.slip()))
                || (whereLetIn && tampering.admits() != TokenCheck.BEARER_OF_THE_TOKEN)
                || (whereLetIn && !NOT_LOOKED_FOR.contains(tampering.finds()));
    }

    private static LiveRun run(Tampering tampering, Path reports, String... more) throws IOException {
        try (LiveProvider provider = LiveProvider.start(Kind.of(LiveRun.TOKEN), tampering)) {
            return LiveRun.of(
                    provider.baseUrl(),
                    reports,
                    Stream.concat(
                                    Stream.of(
                                            "--gateway=" + LiveProvider.GATEWAY,
                                            "--other-gateway=" + LiveProvider.OTHER_GATEWAY,
                                            "--failing-destination=" + LiveProvider.FAILING,
                                            "--poll-interval=5ms",
                                            "--poll-deadline=4s",
                                            "--quiet"),
                                    Stream.of(more))
                            .toArray(String[]::new));
        }
    }
}
