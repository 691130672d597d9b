package io.gatewayping.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertAll;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every breach is found, for what it is, and nothing is found that it is not. */
@Execution(ExecutionMode.CONCURRENT)
final class BreachIT {

    /** Some breaches keep a test from ending; for the others, this is enough on a busy machine. */
    private static final String POLL_DEADLINE = "5s";

    /** All of them, or with {@code -Drows=REGEX} those whose name holds what it matches. */
    static Stream<Breach> rows() {
        Predicate<String> asked =
                Pattern.compile(System.getProperty("rows", "")).asPredicate();
        return Breach.all().filter(row -> asked.test(row.name()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void isFoundForWhatItIs(Breach breach, @TempDir Path reports) throws IOException {
        GateRun run = Concerned.run(
                Concerned.Arranged.SEEN,
                breach,
                options -> GateRun.against(breach.tampering(), reports, POLL_DEADLINE, options),
                ended -> ended.exitCode() == 1 && ended.broken().containsAll(breach.breaks()));

        Set<String> noise = new TreeSet<>(run.broken());
        noise.removeAll(breach.breaks());
        noise.removeAll(breach.also());
        assertAll(
                () -> assertThat(run.defects()).as("defects of the provider").isEmpty(),
                () -> assertThat(run.exitCode())
                        .as("%s (%s)\n%s", breach, breach.why(), run.console())
                        .isEqualTo(1),
                () -> assertThat(run.verdict().path("verdict").asString()).isEqualTo("DOES_NOT_CONFORM"),
                () -> assertThat(run.broken()).as(breach.why()).containsAll(breach.breaks()),
                () -> assertThat(noise).as("findings that mislead").isEmpty(),
                () -> assertThat(breach.once() ? List.of() : run.misses())
                        .as("findings that are not shown again")
                        .isEmpty(),
                () -> assertThat(run.traces()).as("traces of the token").isEmpty());
    }

    @Test
    void eachHasANameOfItsOwn() {
        assertThat(Breach.all().map(Breach::name)).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(60);
    }
}
