package io.gatewayping.broker;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Asked what the recorded broker was asked, in the same order, the double answers the same but for hosts and times. */
final class RecordingTest {

    private static final List<String> HEADERS = List.of(
            "vary",
            "cache-control",
            "content-type",
            "location",
            "server",
            "x-pact-broker-version",
            "x-content-type-options");

    @Test
    void answersAsRecorded() throws IOException, InterruptedException {
        List<JsonNode> exchanges = Recording.read().exchanges();
        assertThat(exchanges.size()).isEqualTo(19);
        try (BrokerDouble broker = BrokerDouble.start()) {
            for (JsonNode exchange : exchanges) {
                JsonNode request = exchange.get("request");
                JsonNode response = exchange.get("response");
                String asked = request.get("method").asText() + " "
                        + request.get("path").asText();
                HttpResponse<String> answer = new Browser(broker.url())
                        .send(
                                request.get("method").asText(),
                                request.get("path").asText().replace("[", "%5B").replace("]", "%5D"),
                                request.get("body").asText());

                assertThat(answer.statusCode())
                        .as(asked)
                        .isEqualTo(response.get("status").asInt());
                assertThat(body(answer.body()))
                        .as(asked)
                        .isEqualTo(body(response.get("body").asText()));
                for (String header : HEADERS) {
                    assertThat(timeless(answer.headers().firstValue(header).orElse("")))
                            .as("%s: %s", asked, header)
                            .isEqualTo(
                                    timeless(response.at("/headers/" + header).asText()));
                }
            }
        }
    }

    private static JsonNode body(String text) throws IOException {
        return Recording.JSON.readTree(timeless(text));
    }

    private static String timeless(String text) {
        return text.replaceAll("http://127\\.0\\.0\\.1:\\d+", "http://broker")
                .replaceAll("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\+00:00", "some time");
    }
}
