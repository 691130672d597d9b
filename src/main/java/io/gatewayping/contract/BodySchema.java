package io.gatewayping.contract;

import com.networknt.schema.Error;
import com.networknt.schema.Result;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.walk.KeywordWalkHandler;
import com.networknt.schema.walk.WalkEvent;
import com.networknt.schema.walk.WalkFlow;
import com.networknt.schema.walk.WalkListener;
import io.gatewayping.exchange.Excerpt;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Judges bodies by one schema of the contract, and tells which of its clauses there was something to judge by. */
public final class BodySchema {

    private static final String LOCATION = "contract:document.json";

    private final Schema schema;
    private final Map<String, Clause> clauses;

    private BodySchema(Schema schema, Map<String, Clause> clauses) {
        this.schema = schema;
        this.clauses = clauses;
    }

    /** The schemas of one document, compiled when they are first used. */
    static final class Registry {
        private final Schema whole;

        /** Asked for a place in it, networknt reads the whole of it again. */
        Registry(Document document) {
            whole = ExactSchemas.registry(
                            Map.of(LOCATION, document.root().node().toString()))
                    .getSchema(SchemaLocation.of(LOCATION));
        }

        /**
         * The schema at a place.
         *
         * @param clauses every schema clause by where its keyword stands
         */
        BodySchema at(String pointer, Map<String, Clause> clauses) {
            return new BodySchema(
                    whole.getRefSchema(
                            SchemaLocation.of(LOCATION + "#" + encoded(pointer)).getFragment()),
                    clauses);
        }
    }

    /** As a fragment of an address, which networknt decodes as a form's. */
    private static String encoded(String pointer) {
        return pointer.replace("%", "%25").replace("+", "%2B");
    }

    /** Where every item of a long list breaks a clause, so many places tell as much as all of them. */
    private static final int MOST_OF_A_CLAUSE = 50;

    /** One keyword that refused one value. */
    public record Refusal(String clause, String place, String expected, String actual) {

        Refusal beside(long more) {
            return new Refusal(
                    clause, place, expected, actual + " (and " + more + " more places, not told one by one)");
        }
    }

    /**
     * Judges a body.
     *
     * @param evaluated takes the ids of the clauses that there was something to judge by, and where that was
     */
    public List<Refusal> judge(JsonNode body, Map<String, String> evaluated) {
        Result result = schema.walk(
                body,
                true,
                context -> context.walkConfig(walk -> walk.keywordWalkHandler(KeywordWalkHandler.builder()
                        .keywordWalkListener(new Listener(evaluated))
                        .build())));
        return bounded(result.getErrors().stream().map(this::refusal).toList());
    }

    private static List<Refusal> bounded(List<Refusal> all) {
        if (all.size() <= MOST_OF_A_CLAUSE) {
            return all;
        }
        return all.stream()
                .collect(Collectors.groupingBy(Refusal::clause, LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .flatMap(BodySchema::boundedOfOne)
                .toList();
    }

    private static Stream<Refusal> boundedOfOne(List<Refusal> alike) {
        int more = alike.size() - MOST_OF_A_CLAUSE;
        return more <= 0
                ? alike.stream()
                : Stream.concat(
                        alike.stream().limit(MOST_OF_A_CLAUSE - 1L),
                        Stream.of(alike.get(MOST_OF_A_CLAUSE - 1).beside(more)));
    }

    private Refusal refusal(Error error) {
        String keyword = error.getSchemaLocation().getFragment().toString();
        String place = error.getInstanceLocation().toString();
        boolean missing = error.getKeyword().equals("required");
        String member = missing ? Document.segment(error.getProperty()) : "";
        Clause clause = clauses.get(keyword + member);
        if (clause == null) {
            throw new IllegalStateException("no clause stands at " + keyword);
        }
        return new Refusal(
                clause.id(),
                place + member,
                clause.text(),
                missing ? "it is absent" : Excerpt.of(String.valueOf(error.getInstanceNode())));
    }

    private final class Listener implements WalkListener {

        private final Map<String, String> evaluated;

        Listener(Map<String, String> evaluated) {
            this.evaluated = evaluated;
        }

        @Override
        public WalkFlow onWalkStart(WalkEvent event) {
            JsonNode value = event.getInstanceNode();
            if (value != null && appliesTo(event.getKeyword(), value)) {
                String keyword = event.getSchema().getSchemaLocation().getFragment() + "/" + event.getKeyword();
                if (event.getKeyword().equals("required")) {
                    event.getSchema()
                            .getSchemaNode()
                            .path("required")
                            .forEach(name -> add(
                                    keyword + Document.segment(name.asString()),
                                    event.getInstanceLocation() + Document.segment(name.asString())));
                } else {
                    add(keyword, event.getInstanceLocation().toString());
                }
            }
            return WalkFlow.CONTINUE;
        }

        /** What stands below an {@code if} is a condition and no clause. */
        private void add(String keyword, String place) {
            @Nullable Clause clause = clauses.get(keyword);
            if (clause != null) {
                evaluated.put(clause.id(), place);
            }
        }

        @Override
        public void onWalkEnd(WalkEvent event, List<Error> errors) {}

        private static boolean appliesTo(String keyword, JsonNode value) {
            return switch (keyword) {
                case "pattern", "format", "minLength", "maxLength" -> value.isString();
                case "minimum", "maximum" -> value.isNumber();
                case "required" -> value.isObject();
                case "minItems", "maxItems" -> value.isArray();
                default -> true;
            };
        }
    }
}
