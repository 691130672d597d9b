package io.gatewayping.consumer;

import static io.gatewayping.client.model.PingTest.StatusEnum.COMPLETED;
import static io.gatewayping.client.model.PingTest.StatusEnum.FAILED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.gatewayping.client.ApiClient;
import io.gatewayping.client.ApiException;
import io.gatewayping.client.api.PingApi;
import io.gatewayping.client.model.PingTest;
import io.gatewayping.client.model.PingTestRequest;
import io.gatewayping.client.model.StartedPingTest;
import io.gatewayping.contract.Contract;
import io.gatewayping.stub.Stub;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The example of the client in the README. */
final class ClientExampleTest {

    @Test
    void pollsATestToItsEnd() throws Exception {
        try (Stub stub = Stub.start(Contract.builtIn(), "127.0.0.1", 0, "let-me-in")) {
            PingTest test = ping(stub.baseUrl().toString(), "let-me-in", Duration.ofMillis(10));
            assertThat(test.getStatus()).isEqualTo(COMPLETED);
            assertThat(test.getOutput().getReceivedPacketsCount()).isEqualTo("5");
        }
    }

    private static PingTest ping(String baseUrl, String token, Duration pause) throws ApiException {
        ApiClient client = new ApiClient();
        client.updateBaseUri(baseUrl);
        client.setRequestInterceptor(request -> request.header("Authorization", "Bearer " + token));
        PingApi pings = new PingApi(client);

        StartedPingTest started =
                pings.startPingTest("CNF7K9X0AB", new PingTestRequest().destination("www.google.com"));
        UUID taskId = UUID.fromString(started.getLocation().replaceFirst(".*/", ""));
        return await().atMost(Duration.ofMinutes(2))
                .pollInterval(pause)
                .until(
                        () -> pings.getPingTest("CNF7K9X0AB", taskId),
                        test -> test.getStatus() == COMPLETED || test.getStatus() == FAILED);
    }
}
