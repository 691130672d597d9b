package io.gatewayping.acceptance;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One way in which a provider can break the contract.
 *
 * @param name what is wrong with it
 * @param tampering what makes it so
 * @param breaks the ids of the clauses that must be found broken
 * @param also the ids of those that the same breach cannot help breaking; no other may be found
 * @param once whether it is over once it was seen, so that no command shows it again
 * @param why it is a breach
 */
record Breach(String name, Tampering tampering, Set<String> breaks, Set<String> also, Boolean once, String why) {

    Breach(
            String name,
            Tampering tampering,
            Set<String> breaks,
            @Nullable Set<String> also,
            @Nullable Boolean once,
            String why) {
        this.name = name;
        this.tampering = tampering;
        this.breaks = breaks;
        this.also = Objects.requireNonNullElse(also, Set.of());
        this.once = Objects.requireNonNullElse(once, Boolean.FALSE);
        this.why = why;
    }

    /** All of them, class by class. */
    static Stream<Breach> all() {
        return Yaml.read("breaches.yaml", Catalogue.class).values().stream().flatMap(List::stream);
    }

    @Override
    public String toString() {
        return name;
    }

    private static final class Catalogue extends LinkedHashMap<String, List<Breach>> {
        private static final long serialVersionUID = 1L;
    }
}
