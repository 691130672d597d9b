package io.gatewayping.cli;

import io.gatewayping.broker.BrokerFault;
import io.gatewayping.contract.InvalidContract;
import io.gatewayping.exchange.Excerpt;
import io.gatewayping.gate.Verdict;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.ExitCode;

/**
 * Why a command came to no end of its own. Whatever nobody foresaw is the gate's own fault, and never the provider's.
 *
 * @param words what went wrong and what to do, in one line
 * @param exitCode what the process exits with
 */
record Failure(String words, int exitCode) {

    private static final int LENGTH = 600;

    static Failure of(Throwable failure) {
        if (failure instanceof InvalidContract || failure instanceof UsageError) {
            return new Failure(String.valueOf(failure.getMessage()), ExitCode.USAGE);
        }
        if (failure instanceof BrokerFault fault) {
            Verdict verdict = fault.isRefusal() ? Verdict.DOES_NOT_CONFORM : Verdict.INCONCLUSIVE;
            return new Failure(String.valueOf(fault.getMessage()), verdict.exitCode());
        }
        if (failure instanceof IOException || failure instanceof UncheckedIOException) {
            return new Failure(oneLine("a file cannot be read or written: " + rootOf(failure)), ExitCode.USAGE);
        }
        return new Failure(oneLine(unforeseen(failure)), Verdict.INCONCLUSIVE.exitCode());
    }

    private static String unforeseen(Throwable failure) {
        if (failure instanceof OutOfMemoryError) {
            return "Java's memory is exhausted (" + failure.getMessage()
                    + "); give it more, as with JDK_JAVA_OPTIONS=-Xmx512m";
        }
        if (failure instanceof StackOverflowError) {
            return "Java's stack is exhausted: what was given is nested too deeply; make it flatter, or give Java more,"
                    + " as with JDK_JAVA_OPTIONS=-Xss8m";
        }
        if (failure instanceof LinkageError) {
            return "a part of the program is missing or broken (" + failure
                    + "); was its jar replaced meanwhile? Call it again, or build it anew";
        }
        Throwable root = rootOf(failure);
        return "the gate itself failed, at " + place(root) + ": " + root + "; please report this line";
    }

    /** Where in this project it happened. */
    private static String place(Throwable failure) {
        for (StackTraceElement frame : failure.getStackTrace()) {
            if (frame.getClassName().startsWith("io.gatewayping.")) {
                return frame.getFileName() + ":" + frame.getLineNumber();
            }
        }
        return "an unknown place";
    }

    /** The trouble with a file or a connection that is behind a failure, or happened beside it. */
    static Optional<IOException> inputOutput(Throwable failure) {
        if (failure instanceof IOException trouble) {
            return Optional.of(trouble);
        }
        return Stream.concat(Stream.ofNullable(failure.getCause()), Stream.of(failure.getSuppressed()))
                .flatMap(behind -> inputOutput(behind).stream())
                .findFirst();
    }

    private static Throwable rootOf(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }

    /** A message may quote what somebody else sent. */
    private static String oneLine(String words) {
        return Excerpt.of(words, LENGTH);
    }
}
