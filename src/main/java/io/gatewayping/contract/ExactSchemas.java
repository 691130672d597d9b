package io.gatewayping.contract;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import io.gatewayping.pattern.LinearPattern;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** JSON Schema as contracts are read by it: formats are checked, patterns take linear time, and numbers are exact. */
final class ExactSchemas {

    private static final Dialect DIALECT = Dialect.builder(Dialects.getOpenApi31())
            .format(ExactFormat.TIME)
            .format(ExactFormat.PATTERN)
            .format(ExactFormat.RULE_PATTERN)
            .build();

    /** A bound read as a Java integer would be compared as one, whatever number it is held against. */
    private static final JsonMapper EXACT = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_INTEGER_FOR_INTS, DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private ExactSchemas() {}

    /**
     * The schemas of some documents, compiled when they are first used.
     *
     * @param documents JSON, which is read quicker than YAML, by its location, which ends with .json
     */
    static SchemaRegistry registry(Map<String, String> documents) {
        SchemaRegistryConfig config = SchemaRegistryConfig.builder()
                .formatAssertionsEnabled(true)
                .regularExpressionFactory(pattern -> new LinearPattern(pattern)::matches)
                .locale(Locale.ROOT)
                .build();
        return SchemaRegistry.withDefaultDialect(DIALECT, builder -> builder.schemas(documents)
                .nodeReader(reader -> reader.jsonMapper(EXACT))
                .schemaRegistryConfig(config));
    }
}
