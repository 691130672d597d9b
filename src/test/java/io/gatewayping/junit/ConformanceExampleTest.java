package io.gatewayping.junit;

import io.gatewayping.contract.Contract;
import io.gatewayping.stub.Stub;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** The example of {@code docs/jvm-tests.md}. */
final class ConformanceExampleTest {

    private static Stub provider;

    @BeforeAll
    static void start() throws Stub.NotStarted {
        provider = Stub.start(Contract.builtIn(), "127.0.0.1", 0, "a-token-for-tests-1");
    }

    @AfterAll
    static void stop() {
        provider.close();
    }

    @TestFactory
    Stream<DynamicNode> keepsTheContract() {
        return GatewayPingConformance.of(provider.baseUrl(), provider.stateUrl(), "a-token-for-tests-1")
                .tests();
    }
}
