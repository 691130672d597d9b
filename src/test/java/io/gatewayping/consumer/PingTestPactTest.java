package io.gatewayping.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.consumer.MockServer;
import au.com.dius.pact.consumer.dsl.PactDslWithProvider;
import au.com.dius.pact.consumer.junit5.PactConsumerTest;
import au.com.dius.pact.consumer.junit5.PactTestFor;
import au.com.dius.pact.core.model.PactSpecVersion;
import au.com.dius.pact.core.model.V4Pact;
import au.com.dius.pact.core.model.annotations.Pact;
import io.gatewayping.client.ApiException;
import io.gatewayping.client.model.PingResult;
import io.gatewayping.client.model.PingTest;
import io.gatewayping.client.model.PingTest.StatusEnum;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;

/** What the client needs of a ping test in each status. */
@PactConsumerTest
@PactTestFor(providerName = Reading.PROVIDER, pactVersion = PactSpecVersion.V4)
final class PingTestPactTest {

    private static final String[] UNFINISHED = {
        "PingTest/required/status", "PingTest/required/progressPercent", "PingTest/required/startTime"
    };

    @Pact(consumer = Reading.CONSUMER)
    V4Pact initiated(PactDslWithProvider pact) {
        return new Reading(pact, "a ping test is initiated", Task.INITIATED)
                .answers(200, Bodies.unfinished("INITIATED", 0), UNFINISHED);
    }

    @Test
    @PactTestFor(pactMethod = "initiated")
    void readsAnInitiatedTest(MockServer provider) throws ApiException {
        PingTest test = Client.authenticated(provider.getUrl()).read(Task.INITIATED);
        assertThat(test.getStatus()).isEqualTo(StatusEnum.INITIATED);
        assertThat(test.getProgressPercent()).isZero();
        assertThat(test.getStartTime()).isEqualTo(OffsetDateTime.parse(Bodies.START));
        assertThat(test.getEndTime()).isNull();
    }

    @Pact(consumer = Reading.CONSUMER)
    V4Pact running(PactDslWithProvider pact) {
        return new Reading(pact, "a ping test is running", Task.RUNNING)
                .answers(200, Bodies.unfinished("RUNNING", 40), UNFINISHED);
    }

    @Test
    @PactTestFor(pactMethod = "running")
    void readsARunningTest(MockServer provider) throws ApiException {
        PingTest test = Client.authenticated(provider.getUrl()).read(Task.RUNNING);
        assertThat(test.getStatus()).isEqualTo(StatusEnum.RUNNING);
        assertThat(test.getProgressPercent()).isEqualTo(40);
        assertThat(test.getOutput()).isNull();
    }

    @Pact(consumer = Reading.CONSUMER)
    V4Pact completed(PactDslWithProvider pact) {
        return new Reading(pact, "a ping test has completed", Task.COMPLETED)
                .answers(
                        200,
                        Bodies.completed(),
                        "PingTest/then/required/endTime",
                        "PingTest/then/required/output",
                        "PingResult/properties/receivedPacketsCount/pattern",
                        "latencies-when-received");
    }

    @Test
    @PactTestFor(pactMethod = "completed")
    void readsACompletedTest(MockServer provider) throws ApiException {
        PingTest test = Client.authenticated(provider.getUrl()).read(Task.COMPLETED);
        assertThat(test.getStatus()).isEqualTo(StatusEnum.COMPLETED);
        assertThat(test.getProgressPercent()).isEqualTo(100);
        assertThat(test.getStartTime().getNano()).isEqualTo(99_357_263);
        assertThat(test.getEndTime()).isEqualTo(OffsetDateTime.parse(Bodies.END));
        assertThat(test.getFailReason()).isNull();
        assertThat(test.getRawOutput()).isEqualTo(Bodies.RAW_OUTPUT);

        PingResult output = test.getOutput();
        assertThat(output.getDestination()).isEqualTo("142.251.214.132");
        assertThat(output.getPacketSizeBytes()).asInt().isEqualTo(92);
        assertThat(output.getTimeoutSeconds()).asInt().isEqualTo(2);
        assertThat(output.getSentPacketsCount()).asInt().isEqualTo(5);
        assertThat(output.getReceivedPacketsCount()).asInt().isEqualTo(5);
        assertThat(new BigDecimal(output.getSuccessRatePercent())).isEqualTo("100");
        assertThat(new BigDecimal(output.getMinimumLatencyMilliseconds())).isEqualTo("200.873");
        assertThat(new BigDecimal(output.getAverageLatencyMilliseconds())).isEqualTo("207.567");
        assertThat(new BigDecimal(output.getMaximumLatencyMilliseconds())).isEqualTo("211.744");
    }

    @Pact(consumer = Reading.CONSUMER)
    V4Pact failed(PactDslWithProvider pact) {
        return new Reading(pact, "a ping test has failed", Task.FAILED)
                .answers(
                        200,
                        Bodies.failed(),
                        "PingTest/else/then/required/endTime",
                        "PingTest/else/then/required/failReason");
    }

    @Test
    @PactTestFor(pactMethod = "failed")
    void readsAFailedTest(MockServer provider) throws ApiException {
        PingTest test = Client.authenticated(provider.getUrl()).read(Task.FAILED);
        assertThat(test.getStatus()).isEqualTo(StatusEnum.FAILED);
        assertThat(test.getFailReason()).isEqualTo(Bodies.FAIL_REASON);
        assertThat(test.getEndTime()).isEqualTo(OffsetDateTime.parse(Bodies.END));
        assertThat(test.getOutput()).isNull();
    }
}
