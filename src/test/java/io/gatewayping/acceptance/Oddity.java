package io.gatewayping.acceptance;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One way in which a provider can surprise and yet keep the contract.
 *
 * @param name what is odd about it
 * @param tampering what makes it so
 * @param why it is legal
 */
record Oddity(String name, Tampering tampering, String why) {

    Oddity(String name, @Nullable Tampering tampering, String why) {
        this.name = name;
        this.tampering = Objects.requireNonNullElse(tampering, Tampering.NONE);
        this.why = why;
    }

    /** All of them, class by class. */
    static Stream<Oddity> all() {
        return Yaml.read("oddities.yaml", Catalogue.class).values().stream().flatMap(List::stream);
    }

    @Override
    public String toString() {
        return name;
    }

    private static final class Catalogue extends LinkedHashMap<String, List<Oddity>> {
        private static final long serialVersionUID = 1L;
    }
}
