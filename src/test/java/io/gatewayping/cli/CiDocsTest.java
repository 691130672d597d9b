package io.gatewayping.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** What the documentation tells CI to run is something that the gate takes. */
final class CiDocsTest {

    private static final Pattern COMMAND =
            Pattern.compile("(?:\\./gate|gate-checkout/gate|\"gate-\\$GATE_VERSION\"/gate) ([^\\n#'`|)]+)");
    private static final Pattern WEBHOOK = Pattern.compile("(?s)-d '(\\{.*?\\n  })'\\n");

    static Stream<Path> documents() throws IOException {
        try (Stream<Path> pipelines = Files.list(Path.of("docs/ci"))) {
            return Stream.concat(Stream.of(Path.of("README.md")), pipelines.toList().stream());
        }
    }

    @ParameterizedTest
    @MethodSource("documents")
    void isACommandOfTheGate(Path document) throws IOException {
        String text = Files.readString(document).replaceAll("\\\\\\n\\s*", "");
        List<String> commands = COMMAND.matcher(text)
                .results()
                .map(command -> command.group(1).replace("\"", "").strip())
                .toList();

        assertThat(commands.isEmpty()).isEqualTo(!text.contains("gate check") && !text.contains("gate pacts"));
        for (String command : commands) {
            List<String> arguments = Arrays.asList(command.split("\\s+"));
            assertThatCode(() -> Main.commandLine(arguments).parseArgs(arguments.toArray(String[]::new)))
                    .as(document + ": gate " + command)
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void isYaml() throws IOException {
        for (Path document :
                documents().filter(it -> it.toString().endsWith(".yml")).toList()) {
            assertThat(new YAMLMapper().readTree(Files.readString(document)).isObject())
                    .as(document.toString())
                    .isTrue();
        }
    }

    @Test
    void isAWebhookThatNamesTheVersion() throws IOException {
        MatchResult webhook = WEBHOOK.matcher(Files.readString(Path.of("docs/ci.md")))
                .results()
                .findFirst()
                .orElseThrow();
        // A shell puts its own in the place of what is between the quotes.
        JsonNode told = JsonMapper.shared().readTree(webhook.group(1).replaceAll("'\"\\$(\\w+)\"'", "$1"));

        assertThat(told.at("/request/headers/Authorization").asString()).isEqualTo("Bearer GITHUB_DISPATCH_TOKEN");
        assertThat(told.at("/request/body/client_payload/version").asString())
                .isEqualTo("${pactbroker.providerVersionNumber}");
        assertThat(told.at("/provider/name").asString()).isEqualTo("network-troubleshooting");
    }
}
