package io.gatewayping.report;

import io.gatewayping.gate.ScenarioOutcome;
import io.gatewayping.gate.ShownFinding;
import io.gatewayping.judge.Finding;
import java.util.Collection;

/** A run in Markdown. Whatever a provider sent stands there in character references, so that it is text and nothing else. */
final class Summary {

    private static final int MOST = 50;

    private Summary() {}

    static String of(Evidence evidence) {
        StringBuilder text = new StringBuilder();
        text.append("## ").append(evidence.line()).append("\n\n");
        text.append(plain(evidence.ofWhom())).append("\n\n");
        long all = evidence.scenariosRun();
        text.append(
                        all == 0
                                ? "no scenario was run"
                                : evidence.scenarios(ScenarioOutcome.DOES_NOT_CONFORM) + " of "
                                        + Evidence.count(all, "scenario") + " broken")
                .append(", ")
                .append(Evidence.count(evidence.findings(), "finding"))
                .append(", ")
                .append(Evidence.count(evidence.run().requests(), "request"))
                .append("\n");
        if (!evidence.findings().isEmpty()) {
            text.append("\n| clause | place | what is wrong | what was there |\n|---|---|---|---|\n");
            evidence.findings().stream().limit(MOST).forEach(shown -> text.append(row(evidence, shown)));
        }
        text.append(more(evidence.findings()));
        list(text, "could not be judged: ", evidence.undecided().keySet());
        list(text, "", evidence.run().staleKnown());
        return text.append("\n").toString();
    }

    private static void list(StringBuilder text, String what, Collection<String> lines) {
        if (!lines.isEmpty()) {
            text.append("\n");
        }
        lines.stream()
                .limit(MOST)
                .forEach(line ->
                        text.append("- ").append(what).append(plain(line)).append("\n"));
        text.append(more(lines));
    }

    private static String more(Collection<?> all) {
        return all.size() > MOST ? "\nand " + (all.size() - MOST) + " more\n" : "";
    }

    private static String row(Evidence evidence, ShownFinding shown) {
        Finding finding = shown.finding();
        return "| " + plain(finding.clause()) + " | " + plain(Told.place(finding)) + " | "
                + plain(finding.wrong()
                        + evidence.run()
                                .accepted(shown)
                                .map(why -> " (" + why + ")")
                                .orElse("")) + " | " + plain(finding.actual()) + " |\n";
    }

    private static String plain(String text) {
        StringBuilder plain = new StringBuilder();
        text.codePoints().forEach(c -> {
            if (Character.isLetterOrDigit(c) || c == ' ') {
                plain.appendCodePoint(c);
            } else {
                plain.append("&#").append(c).append(';');
            }
        });
        return plain.toString();
    }
}
