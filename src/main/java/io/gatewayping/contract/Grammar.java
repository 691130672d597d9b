package io.gatewayping.contract;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import io.gatewayping.contract.Document.Located;
import io.gatewayping.exchange.Excerpt;
import io.gatewayping.pattern.LinearPattern;
import io.gatewayping.pattern.RulePattern;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Holds a document to {@code openapi/contract.schema.yaml}, which says what a contract may hold. */
final class Grammar {

    private static final String FILE = "openapi/contract.schema.yaml";
    private static final String LOCATION = "contract:schema.json";
    private static final long MOST_OF_PATTERNS = 1_000_000;
    private static final String OF_RULES = "/x-patterns/";
    private static final Schema SCHEMA = schema();

    private Grammar() {}

    private static Schema schema() {
        try (InputStream stream = Grammar.class.getClassLoader().getResourceAsStream(FILE)) {
            if (stream == null) {
                throw new IllegalStateException("built without " + FILE);
            }
            String schema = new YAMLMapper().readTree(stream).toString();
            return ExactSchemas.registry(Map.of(LOCATION, schema)).getSchema(SchemaLocation.of(LOCATION));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Throws {@link InvalidContract} for the first member that nobody would read, or not as it is written. */
    static void check(Document document) {
        checkPatterns(document);
        SCHEMA.validate(document.root().node()).stream().findFirst().ifPresent(error -> {
            String place = error.getInstanceLocation().toString();
            throw error.getKeyword().equals("additionalProperties")
                    ? document.invalid(
                            document.at(place).child(error.getProperty()).pointer(),
                            "nothing reads '" + error.getProperty() + "' here")
                    : document.invalid(place, reason(error));
        });
    }

    /** Each is bounded where it stands; many of them are a burden as well. */
    private static void checkPatterns(Document document) {
        long weight = 0;
        for (String name : List.of("pattern", "x-fresh")) {
            for (Located pattern : document.everywhere(name).toList()) {
                weight += pattern.pointer().startsWith(OF_RULES)
                        ? RulePattern.weight(pattern.text())
                        : LinearPattern.weight(pattern.text());
                if (weight > MOST_OF_PATTERNS) {
                    throw document.invalid(
                            pattern.pointer(), "the patterns up to here have more than " + MOST_OF_PATTERNS + " parts");
                }
            }
        }
    }

    private static String reason(Error error) {
        JsonNode value = error.getInstanceNode();
        String shown = value.isContainer() ? "" : ": " + Excerpt.of(value.toString());
        return (error.getKeyword().equals("format") ? problem(error, value.asString()) : error.getMessage()) + shown;
    }

    private static @Nullable String problem(Error error, String pattern) {
        return error.getSchemaNode().asString().equals(ExactFormat.RULE_PATTERN.getName())
                ? RulePattern.problem(pattern)
                : LinearPattern.problem(pattern);
    }
}
