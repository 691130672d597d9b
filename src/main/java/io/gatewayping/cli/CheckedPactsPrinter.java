package io.gatewayping.cli;

import io.gatewayping.judge.Finding;
import io.gatewayping.pact.CheckedPacts;
import io.gatewayping.pact.PactFinding;
import java.io.PrintWriter;
import java.util.List;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Prints what is wrong with pacts. */
final class CheckedPactsPrinter {

    private CheckedPactsPrinter() {}

    static void print(CheckedPacts checked, PrintWriter out) {
        checked.findings().forEach(finding -> print(finding, "expected", out));
        if (!checked.tighter().isEmpty()) {
            out.println("tighter than the contract; a provider may change it and still conform:");
            out.println();
            checked.tighter().forEach(finding -> print(finding, "needed", out));
        }
        if (!checked.inconclusive().isEmpty()) {
            out.println("could not be judged:");
            checked.inconclusive().forEach(reason -> out.printf("  %s%n", reason));
            out.println();
        }
        out.printf(
                "%s, %s, %s%n",
                Count.of(checked.pacts().size(), "pact"),
                Count.of(checked.interactions(), "interaction"),
                Count.of(checked.findings().size(), "finding"));
        out.flush();
    }

    private static void print(PactFinding found, String expected, PrintWriter out) {
        Finding finding = found.finding();
        out.printf("%s%s%n", found.pact(), found.interaction().isEmpty() ? "" : ": " + found.interaction());
        out.printf("  %s%s%n", finding.clause(), finding.place().isEmpty() ? "" : "  at " + finding.place());
        out.printf("    %-8s  %s%n", expected, finding.expected());
        out.printf("    actual    %s%n%n", finding.actual());
    }

    private record Report(
            String verdict, List<String> inconclusive, List<Line> findings, List<Line> tighter, List<Pact> pacts) {}

    private record Line(String pact, String interaction, String clause, String place, String expected, String actual) {}

    private record Pact(String pact, String consumer, String provider, int interactions) {}

    static void printJson(CheckedPacts checked, PrintWriter out) {
        List<Pact> pacts = checked.pacts().stream()
                .map(pact -> new Pact(
                        pact.source(),
                        pact.consumer(),
                        pact.provider(),
                        pact.interactions().size()))
                .toList();
        out.println(JsonMapper.builder()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .build()
                .writeValueAsString(new Report(
                        checked.verdict().name(),
                        checked.inconclusive(),
                        lines(checked.findings()),
                        lines(checked.tighter()),
                        pacts)));
    }

    private static List<Line> lines(List<PactFinding> findings) {
        return findings.stream()
                .map(found -> new Line(
                        found.pact(),
                        found.interaction(),
                        found.finding().clause(),
                        found.finding().place(),
                        found.finding().expected(),
                        found.finding().actual()))
                .toList();
    }
}
