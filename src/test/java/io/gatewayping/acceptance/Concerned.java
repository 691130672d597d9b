package io.gatewayping.acceptance;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Which scenarios a breach concerns: those that see it and claim what it breaks; and an oddity: those that see it. Of these come
 * first the cheapest that claim all that these claim, or that are given all that is odd. They show it in a part of the time that
 * all of them take; with {@code -Dwhole} all of them are run for each, as a change of the scenarios or of the judge deserves.
 */
final class Concerned {

    static final boolean WHOLE = System.getProperty("whole") != null;

    /** What scenarios see of a provider whose states are arranged. */
    static final class Arranged {
        static final Map<String, Shown> SEEN =
                Shown.by((tampering, reports) -> GateRun.against(tampering, reports, "30s"));
    }

    /** What showed the last breach of the same clauses: it mostly shows the next one, too. */
    private static final Map<Set<String>, Set<Shown>> SHOWED = new ConcurrentHashMap<>();

    /** One run of the gate, with further options. */
    @FunctionalInterface
    interface Run<R> {
        R with(String... options) throws IOException;
    }

    private Concerned() {}

    /**
     * Has those run that showed the same broken before; then those that claim what is broken, and of these those that see what
     * is tampered with, where there are some; then the cheapest that see it, since whoever sees a breach is told of it, claimed
     * or not; then each that claims and sees it by itself, since one of them mostly does; then all that see it; and all of them
     * when these do not show the breach: it may need another state than theirs, or live one that no caller can arrange.
     */
    static <R> R run(Map<String, Shown> honest, Breach breach, Run<R> run, Predicate<R> shows) throws IOException {
        List<Shown> claiming = honest.values().stream()
                .filter(scenario -> !claimed(scenario, breach).isEmpty())
                .toList();
        List<Shown> seeing = Shown.seeing(honest, breach.tampering());
        List<Shown> both = claiming.stream().filter(seeing::contains).toList();
        Set<Shown> telling = breach.tampering().isOfTheWhole()
                ? Set.of()
                : Cover.of(seeing, scenario -> scenario.answersOf(breach.tampering()));
        List<Collection<Shown>> some = new ArrayList<>();
        Set<Shown> before = SHOWED.getOrDefault(breach.breaks(), Set.of());
        some.add(seeing.containsAll(before) ? before : Set.of());
        some.add(Cover.of(both, scenario -> claimed(scenario, breach)));
        some.add(telling);
        both.forEach(scenario -> some.add(Set.of(scenario)));
        some.add(both.isEmpty() ? claiming : both);
        some.add(seeing);
        return run(honest, some, run, shows, showing -> SHOWED.put(breach.breaks(), showing));
    }

    /** Has those run that see what is tampered with, and all of them when they do not pass, to tell more. */
    static <R> R run(Map<String, Shown> honest, Tampering oddity, Run<R> run, Predicate<R> shows) throws IOException {
        List<Shown> seeing = Shown.seeing(honest, oddity);
        return run(
                honest, List.of(Cover.of(seeing, scenario -> scenario.answersOf(oddity))), run, shows, showing -> {});
    }

    private static Set<String> claimed(Shown scenario, Breach breach) {
        Set<String> both = new TreeSet<>(breach.breaks());
        both.retainAll(scenario.claims());
        return both;
    }

    private static <R> R run(
            Map<String, Shown> honest,
            List<Collection<Shown>> some,
            Run<R> run,
            Predicate<R> shows,
            Consumer<Set<Shown>> showed)
            throws IOException {
        List<LinkedHashSet<Shown>> tried = some.stream()
                .filter(scenarios -> !WHOLE && !scenarios.isEmpty())
                .map(LinkedHashSet::new)
                .filter(scenarios -> scenarios.size() < honest.size())
                .distinct()
                .toList();
        for (Set<Shown> scenarios : tried) {
            R shown = run.with("--tags="
                    + String.join(" or ", scenarios.stream().map(Shown::tag).toList()));
            if (shows.test(shown)) {
                showed.accept(scenarios);
                return shown;
            }
        }
        return run.with();
    }
}
