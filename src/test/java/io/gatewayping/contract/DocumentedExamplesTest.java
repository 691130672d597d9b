package io.gatewayping.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The contract shows the vendor's examples word for word. */
final class DocumentedExamplesTest {

    private static final Pattern RESPONSE =
            Pattern.compile("\\*\\*Status:\\*\\* (\\d{3}).*?```json\\s(.*?)```", Pattern.DOTALL);

    private record Documented(int status, JsonNode body) {}

    @Test
    void everyDocumentedResponseIsAnExampleOfTheContract() throws IOException {
        List<Documented> documented = RESPONSE.matcher(Files.readString(Path.of("docs/endpoint.md")))
                .results()
                .map(DocumentedExamplesTest::documented)
                .toList();

        assertThat(documented).extracting(Documented::status).contains(200, 400, 401, 404, 429, 500);
        assertThat(Contract.builtIn().examples())
                .extracting(example -> new Documented(example.status(), example.body()))
                .containsAll(documented);
    }

    private static Documented documented(MatchResult response) {
        return new Documented(
                Integer.parseInt(response.group(1)), JsonMapper.shared().readTree(response.group(2)));
    }
}
