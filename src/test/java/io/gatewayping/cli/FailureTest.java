package io.gatewayping.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What nobody foresaw is told in one line, and never blamed on the provider. */
final class FailureTest {

    @Test
    void noUnforeseenFailureIsTheProviders() {
        for (Throwable failure : List.of(
                new IllegalStateException("two\nlines and a \u001b[2J"),
                new AssertionError(),
                new StackOverflowError(),
                new OutOfMemoryError("Java heap space"),
                new NoClassDefFoundError("io/gatewayping/Gone"),
                new IOException(new IllegalStateException()))) {
            Failure told = Failure.of(failure);

            assertThat(told.exitCode()).isIn(2, 3);
            assertThat(told.words()).isNotBlank().doesNotContain("\n", "\u001b");
        }
    }

    @Test
    void theGatesOwnFaultHasAPlace() {
        assertThat(Failure.of(new IllegalStateException("so")).words())
                .matches("the gate itself failed, at FailureTest\\.java:\\d+: "
                        + "java\\.lang\\.IllegalStateException: so; please report this line");
    }

    @Test
    void troubleWithAFileIsFoundBehindAFailureAndBesideIt() {
        IOException trouble = new FileSystemException("file", null, "No space left on device");
        RuntimeException beside = new RuntimeException("several");
        beside.addSuppressed(new IllegalStateException(trouble));

        assertThat(Failure.inputOutput(beside)).containsSame(trouble);
        assertThat(Failure.inputOutput(new RuntimeException("alone"))).isEmpty();
    }

    @Test
    void whatNobodyCouldReadIsNotGreen() {
        StringWriter err = new StringWriter();

        int exit = Main.run(new PrintWriter(new Full(), true, StandardCharsets.UTF_8), new PrintWriter(err), "clauses");

        assertThat(exit).isEqualTo(3);
        assertThat(err.toString())
                .startsWith("gate: not all could be printed: ")
                .hasLineCount(1);
    }

    /** As /dev/full, or a pipe that nobody reads from. */
    private static final class Full extends OutputStream {
        @Override
        public void write(int octet) throws IOException {
            throw new IOException("No space left on device");
        }
    }
}
