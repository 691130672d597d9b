package io.gatewayping.acceptance;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** The cheapest scenarios, or nearly so, that show all that more of them show. */
final class Cover {

    private Cover() {}

    /** Takes those first that show most for what they cost. */
    static Set<Shown> of(Collection<Shown> scenarios, Function<Shown, Set<String>> shows) {
        Set<String> open = new HashSet<>();
        scenarios.forEach(scenario -> open.addAll(shows.apply(scenario)));
        Set<Shown> taken = new LinkedHashSet<>();
        List<Shown> left = List.copyOf(scenarios);
        while (!open.isEmpty()) {
            Shown best = left.stream()
                    .max(Comparator.comparingDouble(scenario -> worth(scenario, shows.apply(scenario), open)))
                    .orElseThrow();
            open.removeAll(shows.apply(best));
            taken.add(best);
        }
        return taken;
    }

    private static double worth(Shown scenario, Set<String> shown, Set<String> open) {
        return (double) shown.stream().filter(open::contains).count() / scenario.cost();
    }
}
