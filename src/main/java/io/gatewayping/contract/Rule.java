package io.gatewayping.contract;

import io.gatewayping.contract.Document.Located;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * A clause written in CEL.
 *
 * @param id unique in the contract
 * @param place where it stands
 * @param message what is wrong when it is false
 * @param basis how sure it is
 * @param program its compiled expressions
 * @param breaks a JSON merge patch that makes it false
 * @param also the rules that the patch breaks too
 */
public record Rule(
        String id, Located place, String message, Basis basis, RuleProgram program, JsonNode breaks, Set<String> also) {

    Clause clause(boolean supporting) {
        return new Clause(
                id,
                place.pointer(),
                basis,
                "not: " + message,
                program.isTransition() ? Clause.Kind.TRANSITION : Clause.Kind.RULE,
                supporting);
    }
}
