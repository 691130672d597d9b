package io.gatewayping.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertAll;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is odd but legal conforms: a false alarm is as bad as a miss. */
@Execution(ExecutionMode.CONCURRENT)
final class OddityIT {

    private static final String POLL_DEADLINE = "30s";

    /** All of them, or with {@code -Drows=REGEX} those whose name holds what it matches. */
    static Stream<Oddity> rows() {
        Predicate<String> asked =
                Pattern.compile(System.getProperty("rows", "")).asPredicate();
        return Oddity.all().filter(row -> asked.test(row.name()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void conforms(Oddity oddity, @TempDir Path reports) throws IOException {
        GateRun run = Concerned.run(
                Concerned.Arranged.SEEN,
                oddity.tampering(),
                options -> GateRun.against(oddity.tampering(), reports, POLL_DEADLINE, options),
                ended -> ended.exitCode() == 0);

        assertAll(
                () -> assertThat(run.defects()).as("defects of the provider").isEmpty(),
                () -> assertThat(run.exitCode())
                        .as("%s (%s)\n%s", oddity, oddity.why(), run.console())
                        .isZero(),
                () -> assertThat(run.verdict().path("verdict").asString()).isEqualTo("CONFORMS"),
                () -> assertThat(run.broken()).isEmpty(),
                () -> assertThat(run.traces()).as("traces of the token").isEmpty());
    }

    @Test
    void eachHasANameOfItsOwn() {
        assertThat(Oddity.all().map(Oddity::name)).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(60);
    }
}
