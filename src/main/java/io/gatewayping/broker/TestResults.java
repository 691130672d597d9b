package io.gatewayping.broker;

import au.com.dius.pact.core.pactbroker.TestResult;
import io.gatewayping.gate.Verdict;
import io.gatewayping.pact.InteractionResult;
import io.gatewayping.pact.VerifiedPact;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What became of a pact, as Pact's client tells it to a broker. */
final class TestResults {

    private TestResults() {}

    static TestResult of(VerifiedPact verified) {
        if (verified.verdict() == Verdict.INCONCLUSIVE) {
            throw new IllegalArgumentException("nothing is published of a pact that was not run to its end");
        }
        Set<String> kept = verified.results().stream()
                .filter(result -> result.verdict() == Verdict.CONFORMS)
                .map(InteractionResult::id)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        List<Map<String, Object>> mismatches = new ArrayList<>();
        for (InteractionResult result : verified.results()) {
            if (result.verdict() == Verdict.DOES_NOT_CONFORM) {
                result.details().forEach(detail -> mismatches.add(mismatch(result, detail)));
            }
        }
        TestResult ok = new TestResult.Ok(kept);
        return mismatches.isEmpty() ? ok : new TestResult.Failed(mismatches, "").merge(ok);
    }

    /** Pact's client would tell its own name, with the version of the program that it is part of. */
    static String verifiedByTheGate(String payload) {
        ObjectNode told = (ObjectNode) JsonMapper.shared().readTree(payload);
        String version = TestResults.class.getPackage().getImplementationVersion();
        told.putObject("verifiedBy")
                .put("implementation", "gateway-ping-gate")
                .put("version", Objects.requireNonNullElse(version, "not packaged"));
        return told.toString();
    }

    /** Where a link of a pact leads to. */
    static String link(Map<String, ?> links, String relation) {
        return links.get(relation) instanceof Map<?, ?> link ? String.valueOf(link.get("href")) : "";
    }

    private static Map<String, Object> mismatch(InteractionResult result, String detail) {
        Map<String, Object> mismatch = new LinkedHashMap<>();
        mismatch.put("interactionId", Objects.requireNonNullElse(result.id(), ""));
        mismatch.put("interactionDescription", result.name());
        mismatch.put("attribute", "response");
        mismatch.put("description", detail);
        return mismatch;
    }
}
