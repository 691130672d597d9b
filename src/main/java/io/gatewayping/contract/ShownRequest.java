package io.gatewayping.contract;

import dev.cel.common.CelValidationException;
import dev.cel.common.values.NullValue;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import io.gatewayping.contract.Document.Located;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the answers to a task show of the request that started it.
 *
 * @param members by where they stand in an answer, each with the expression of its value: {@code sent} is the body of the
 *     request, {@code self} the answer as its example has it
 */
record ShownRequest(Map<JsonPointer, CelRuntime.Program> members) {

    static ShownRequest read(Document document, Located place) {
        Map<JsonPointer, CelRuntime.Program> members = new LinkedHashMap<>();
        for (Map.Entry<String, Located> member : place.members()) {
            try {
                members.put(
                        JsonPointer.compile(member.getKey()),
                        RuleProgram.program(member.getValue().text()));
            } catch (CelValidationException | CelEvaluationException e) {
                throw document.invalid(member.getValue().pointer(), "it does not compile: " + e.getMessage());
            }
        }
        return new ShownRequest(members);
    }

    /** A member that none of these answers has. */
    Optional<String> nowhereIn(List<JsonNode> answers) {
        return members.keySet().stream()
                .filter(member -> answers.stream().noneMatch(answer -> isShownIn(answer, member)))
                .map(JsonPointer::toString)
                .findFirst();
    }

    private static boolean isShownIn(JsonNode answer, JsonPointer member) {
        return answer.at(member.head()).isObject()
                && !answer.at(member).isMissingNode()
                && !answer.at(member).isNull();
    }

    /** An answer that shows it, or nothing when there is no saying what it would show; what is not there stays so. */
    Optional<JsonNode> in(JsonNode answer, JsonNode sent) {
        Map<String, Object> variables = Map.of("self", CelValues.of(answer), "sent", CelValues.of(sent));
        JsonNode showing = answer.deepCopy();
        for (Map.Entry<JsonPointer, CelRuntime.Program> member : members.entrySet()) {
            if (!isShownIn(answer, member.getKey())) {
                continue;
            }
            JsonNode value = value(member.getValue(), variables);
            if (value == null) {
                return Optional.empty();
            }
            ((ObjectNode) showing.at(member.getKey().head()))
                    .set(member.getKey().last().getMatchingProperty(), value);
        }
        return Optional.of(showing);
    }

    private static @Nullable JsonNode value(CelRuntime.Program program, Map<String, Object> variables) {
        try {
            Object value = program.eval(variables);
            return value instanceof String text
                    ? JsonNodeFactory.instance.stringNode(text)
                    : value instanceof NullValue ? JsonNodeFactory.instance.nullNode() : null;
        } catch (CelEvaluationException e) {
            return null;
        }
    }
}
