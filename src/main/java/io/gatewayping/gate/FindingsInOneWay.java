package io.gatewayping.gate;

import io.gatewayping.exchange.Exchange;
import io.gatewayping.gate.ShownFinding.Showing;
import io.gatewayping.judge.Finding;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Gathers findings that are one: the same clause, broken at the same place in the same way. What differs from one request
 * to the next by itself (the key that was asked for, times, ids) makes no second finding of one; another credential does.
 */
final class FindingsInOneWay {

    private static final Pattern TIME_OR_ID =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\d[Tt ][\\d:.]+(?:[Zz]|[+-]\\d\\d:\\d\\d)?"
                    + "|\\w{3}, \\d\\d \\w{3} \\d{4} [\\d:]+ GMT"
                    + "|[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}");

    private FindingsInOneWay() {}

    static List<ShownFinding> of(List<ScenarioResult> scenarios) {
        Map<List<String>, List<Showing>> ways = new LinkedHashMap<>();
        for (ScenarioResult scenario : scenarios) {
            for (Finding finding : scenario.findings()) {
                ways.computeIfAbsent(way(finding), first -> new ArrayList<>()).add(new Showing(scenario, finding));
            }
        }
        return ways.values().stream()
                .map(showings -> new ShownFinding(showings.get(0).finding(), List.copyOf(showings)))
                .toList();
    }

    private static List<String> way(Finding finding) {
        return List.of(
                finding.clause(),
                finding.place(),
                unchanging(finding, finding.wrong()),
                unchanging(finding, finding.actual()));
    }

    private static String unchanging(Finding finding, String text) {
        String unchanging = text;
        for (String value : asked(finding.exchange())) {
            unchanging = value.isEmpty() ? unchanging : unchanging.replace(value, "…");
        }
        // Most texts hold neither, and there are many of them.
        return unchanging.indexOf('-') < 0 && unchanging.indexOf(':') < 0
                ? unchanging
                : TIME_OR_ID.matcher(unchanging).replaceAll("…");
    }

    private static Collection<String> asked(@Nullable Exchange exchange) {
        return exchange == null
                ? List.of()
                : exchange.request().key().parameters().values();
    }
}
