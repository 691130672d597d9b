package io.gatewayping.consumer;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.gatewayping.client.ApiClient;
import io.gatewayping.client.ApiException;
import io.gatewayping.client.api.PingApi;
import io.gatewayping.client.model.PingTest;
import io.gatewayping.client.model.Problem;
import org.assertj.core.api.Assertions;

/** The generated client, as a consumer would set it up. */
final class Client {

    private final PingApi pings;

    private Client(ApiClient client, String baseUrl) {
        client.updateBaseUri(baseUrl);
        pings = new PingApi(client);
    }

    static Client authenticated(String baseUrl) {
        return new Client(
                new ApiClient()
                        .setRequestInterceptor(request -> request.header("Authorization", "Bearer " + Reading.TOKEN)),
                baseUrl);
    }

    static Client unauthenticated(String baseUrl) {
        return new Client(new ApiClient(), baseUrl);
    }

    PingTest read(Task task) throws ApiException {
        return pings.getPingTest(task.serialNumber(), task.id());
    }

    ApiException refused(Task task) {
        return Assertions.catchThrowableOfType(ApiException.class, () -> read(task));
    }

    static Problem problem(ApiException refusal) throws JsonProcessingException {
        return ApiClient.createDefaultObjectMapper().readValue(refusal.getResponseBody(), Problem.class);
    }
}
