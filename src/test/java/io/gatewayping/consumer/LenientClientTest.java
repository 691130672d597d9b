package io.gatewayping.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.gatewayping.client.ApiClient;
import io.gatewayping.client.model.PingTest;
import io.gatewayping.client.model.PingTest.StatusEnum;
import io.gatewayping.contract.Contract;
import io.gatewayping.stub.Stub;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the generated client makes of that which is legal and unusual. */
final class LenientClientTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "//"})
    void aBaseUrlMayEndInASlash(String end) throws Exception {
        try (Stub stub = Stub.start(Contract.builtIn(), "127.0.0.1", 0, Reading.TOKEN)) {
            assertThat(Client.authenticated(stub.baseUrl() + end)
                            .refused(Task.UNKNOWN)
                            .getResponseBody())
                    .contains("HPE_GRAVITY_TASK_NOT_FOUND");
        }
    }

    @Test
    void aStatusThatItDoesNotKnowIsReadAsUnknown() throws JsonProcessingException {
        assertThat(read("PAUSED", "2025-05-20T13:34:57Z").getStatus()).isEqualTo(StatusEnum.UNKNOWN_DEFAULT_OPEN_API);
    }

    /** Java has no leap second: it is the last moment of the second before, as in the rules of the contract. */
    @ParameterizedTest
    @CsvSource({
        "2016-12-31T23:59:60Z, 2016-12-31T23:59:59.999999999Z",
        "2016-12-31t23:59:60.5z, 2016-12-31T23:59:59.999999999Z",
        "2017-01-01T00:59:60.123456789+01:00, 2017-01-01T00:59:59.999999999+01:00",
        "2025-05-20T13:34:57.099357263Z, 2025-05-20T13:34:57.099357263Z"
    })
    void aLeapSecondIsReadAsTheLastMomentBefore(String told, OffsetDateTime read) throws JsonProcessingException {
        assertThat(read("RUNNING", told).getStartTime()).isEqualTo(read);
    }

    private static PingTest read(String status, String startTime) throws JsonProcessingException {
        return ApiClient.createDefaultObjectMapper()
                .readValue(
                        "{\"status\": \"%s\", \"progressPercent\": 40, \"startTime\": \"%s\"}"
                                .formatted(status, startTime),
                        PingTest.class);
    }
}
