package io.gatewayping.consumer;

import static au.com.dius.pact.consumer.dsl.LambdaDsl.newJsonBody;

import au.com.dius.pact.consumer.dsl.DslPart;
import au.com.dius.pact.consumer.dsl.LambdaDslObject;

/** What the client needs of each body, and no more: a member that it does not read is not in the pact. */
final class Bodies {

    static final String START = "2025-05-20T13:34:57.099357263Z";
    static final String END = "2025-05-20T13:35:00.211569256Z";
    static final String RAW_OUTPUT =
            "Sending 5, 92-byte ICMP Echos to 142.251.214.132, timeout is 2 seconds:\r\n!!!!!\r\n";
    static final String FAIL_REASON = "The gateway lost its uplink while the test was running.";

    private static final String TIME =
            "\\d{4}-\\d{2}-\\d{2}[Tt]\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?([Zz]|[+-]\\d{2}:\\d{2})";
    private static final String COUNT = "\\d+";
    private static final String DECIMAL = "\\d+(\\.\\d+)?";

    private Bodies() {}

    static DslPart unfinished(String status, int progress) {
        return newJsonBody(body -> pingTest(body, status, progress)).build();
    }

    static DslPart completed() {
        return newJsonBody(body -> {
                    pingTest(body, "COMPLETED", 100);
                    body.stringMatcher("endTime", TIME, END);
                    body.nullValue("failReason");
                    body.stringType("rawOutput", RAW_OUTPUT);
                    body.object("output", Bodies::result);
                })
                .build();
    }

    static DslPart failed() {
        return newJsonBody(body -> {
                    pingTest(body, "FAILED", 40);
                    body.stringMatcher("endTime", TIME, END);
                    body.stringType("failReason", FAIL_REASON);
                })
                .build();
    }

    static DslPart problem(String errorCode, String message) {
        return newJsonBody(body -> {
                    body.stringValue("errorCode", errorCode);
                    body.stringType("message", message);
                })
                .build();
    }

    private static void pingTest(LambdaDslObject body, String status, int progress) {
        body.stringValue("status", status);
        body.integerType("progressPercent", progress);
        body.stringMatcher("startTime", TIME, START);
    }

    private static void result(LambdaDslObject output) {
        output.stringType("destination", "142.251.214.132");
        output.stringMatcher("packetSizeBytes", COUNT, "92");
        output.stringMatcher("timeoutSeconds", DECIMAL, "2");
        output.stringMatcher("sentPacketsCount", COUNT, "5");
        output.stringMatcher("receivedPacketsCount", COUNT, "5");
        output.stringMatcher("successRatePercent", DECIMAL, "100");
        output.stringMatcher("minimumLatencyMilliseconds", DECIMAL, "200.873");
        output.stringMatcher("averageLatencyMilliseconds", DECIMAL, "207.567");
        output.stringMatcher("maximumLatencyMilliseconds", DECIMAL, "211.744");
    }
}
