package io.gatewayping.cli;

import java.io.PrintWriter;
import java.io.StringWriter;

/** The command line as tests start it: in this JVM, without the exit. */
public final class GateProcess {

    private GateProcess() {}

    /**
     * What came of one command.
     *
     * @param exitCode what the process would have exited with
     * @param console all that it printed, standard output before standard error
     */
    public record Ended(int exitCode, String console) {}

    /** Runs one command to its end. */
    public static Ended run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exitCode = Main.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
        return new Ended(exitCode, out + err.toString());
    }
}
