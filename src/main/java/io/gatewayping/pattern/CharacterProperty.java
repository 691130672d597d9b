package io.gatewayping.pattern;

import java.util.Optional;
import java.util.Set;

/** What {@code \p{…}} stands for in a pattern, as far as it is known here and ECMA-262 has it. */
final class CharacterProperty {

    private static final Set<String> CATEGORY = Set.of("gc", "General_Category");
    private static final Set<String> SCRIPT = Set.of("sc", "Script", "scx", "Script_Extensions");

    private CharacterProperty() {}

    /** The characters that have it. */
    static Optional<CharacterSet> named(String property) {
        int equals = property.indexOf('=');
        if (equals >= 0) {
            return CATEGORY.contains(property.substring(0, equals))
                    ? GeneralCategories.named(property.substring(equals + 1))
                    : Optional.empty();
        }
        return switch (property) {
            case "Any" -> Optional.of(CharacterSet.ANY);
            case "ASCII" -> Optional.of(CharacterSet.ASCII);
            case "Assigned" -> GeneralCategories.named("Cn").map(CharacterSet::complement);
            default -> GeneralCategories.named(property);
        };
    }

    /** Why none has. */
    static String problem(String property) {
        int equals = property.indexOf('=');
        return equals >= 0 && SCRIPT.contains(property.substring(0, equals))
                ? "scripts are not known here (" + property
                        + "); ranges of characters, or a general category, say what is meant"
                : "\\p{" + property
                        + "}, where general categories, Any, ASCII and Assigned are known; ranges say the rest";
    }
}
