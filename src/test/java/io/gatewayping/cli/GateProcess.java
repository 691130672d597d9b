package io.gatewayping.cli;

import java.io.PrintWriter;
import java.io.StringWriter;

/** The command line as a process sees it: arguments in, an exit code and two streams out. */
public final class GateProcess {

    /** What a run leaves behind. */
    public record Result(int exit, String out, String err) {
        /** All that it printed, standard output first. */
        public String console() {
            return out + err;
        }
    }

    private GateProcess() {}

    /** Runs one command in this process. */
    public static Result run(String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exit = Main.run(new PrintWriter(out, true), new PrintWriter(err, true), args);
        return new Result(exit, out.toString(), err.toString());
    }
}
