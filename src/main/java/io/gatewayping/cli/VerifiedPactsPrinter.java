package io.gatewayping.cli;

import io.gatewayping.gate.Verdict;
import io.gatewayping.pact.InteractionResult;
import io.gatewayping.pact.VerifiedPact;
import java.io.PrintWriter;
import java.util.List;

/** Prints what became of pacts, one by one as they are verified. */
final class VerifiedPactsPrinter {

    private VerifiedPactsPrinter() {}

    static void print(VerifiedPact verified, List<String> why, PrintWriter out) {
        out.printf("%s with %s%s%n", verified.consumer(), verified.provider(), verified.pending() ? " (pending)" : "");
        why.forEach(reason -> out.printf("  %s%n", reason));
        for (InteractionResult result : verified.results()) {
            out.printf("  %s  %s%s%n", mark(result.verdict()), result.name(), result.pending() ? " (pending)" : "");
            result.details().forEach(detail -> out.printf("            %s%n", detail));
        }
        out.flush();
    }

    private static String mark(Verdict verdict) {
        return switch (verdict) {
            case CONFORMS -> "ok    ";
            case DOES_NOT_CONFORM -> "BROKEN";
            case INCONCLUSIVE -> "?     ";
        };
    }
}
