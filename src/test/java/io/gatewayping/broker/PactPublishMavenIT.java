package io.gatewayping.broker;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pact's own Maven plugin, as the README calls it, in a checkout of its own. */
final class PactPublishMavenIT {

    private static final String PACT = "pacts/gateway-ping-client-network-troubleshooting.json";
    private static final List<String> CHECKED = List.of("process-classes", "pact:publish");

    /** The classes are there already; what stands in the pom is what is tested. */
    private static final List<String> COMPILED = List.of("-Dmaven.main.skip", "-Dcodegen.skip");

    @TempDir
    private static Path folder;

    private static Path checkout;

    private BrokerDouble broker;

    private record Run(int exit, String output) {}

    @BeforeAll
    static void checkOut() throws IOException, InterruptedException {
        checkout = Files.createDirectory(folder.resolve("a checkout"));
        for (String name : List.of("pom.xml", "mvnw", ".mvn", "openapi", "features", "pacts", "src/main/jte")) {
            copy(Path.of(name));
        }
        Git git = Git.committed(checkout);
        git.run("checkout", "-q", "-b", "feat/x");
        git.run("tag", "v1.4.2");
        copy(Path.of("target/classes"));
    }

    @BeforeEach
    void start() {
        broker = BrokerDouble.start(Pipeline.ACCESS);
    }

    @AfterEach
    void close() {
        broker.close();
    }

    @Test
    void publishesWhatWasCheckedInTheSameCallAndNothingElse() throws IOException, InterruptedException {
        Map<String, String> environment = Map.of(
                "PACT_BROKER_BASE_URL",
                broker.url().toString(),
                "PACT_BROKER_TOKEN",
                Pipeline.TOKEN,
                "JENKINS_URL",
                "https://ci.example.com",
                "BUILD_URL",
                "https://ci.example.com/job/42");

        Run published = maven(environment, CHECKED, "-Dpact.consumer.tags=dev");
        Run alone = maven(environment, List.of("pact:publish"));

        assertThat(published.exit()).as(published.output()).isZero();
        assertThat(broker.received()).hasSize(2);
        JsonNode told = Recording.parsed(
                broker.received("POST", "/contracts/publish").get(0).body());
        assertThat(told.path("pacticipantName").asText()).isEqualTo("gateway-ping-client");
        assertThat(told.path("pacticipantVersionNumber").asText()).isEqualTo("v1.4.2");
        assertThat(told.path("branch").asText()).isEqualTo("feat/x");
        assertThat(told.path("buildUrl").asText()).isEqualTo("https://ci.example.com/job/42");
        assertThat(told.path("tags")).hasSize(1).first().hasToString("\"dev\"");
        byte[] content =
                Base64.getMimeDecoder().decode(told.at("/contracts/0/content").asText());
        assertThat(Recording.parsed(new String(content, StandardCharsets.UTF_8)))
                .isEqualTo(Recording.parsed(Files.readString(checkout.resolve(PACT))));
        assertThat(alone.exit()).as(alone.output()).isNotZero();
        assertThat(alone.output()).contains("pactBrokerUrl is required");
    }

    @Test
    void publishesNoPactThatBreaksTheContract() throws IOException, InterruptedException {
        Path pact = checkout.resolve(PACT);
        String good = Files.readString(pact);
        String[] given = {
            "-DPACT_BROKER_BASE_URL=" + broker.url(),
            "-DPACT_BROKER_TOKEN=" + Pipeline.TOKEN,
            "-Dpact.publish.consumer.version=2",
            "-Dpact.publish.consumer.branchName=main"
        };
        try {
            Files.writeString(pact, good.replace("\"progressPercent\": 100", "\"progressPercent\": 180"));
            Run broken = maven(Map.of(), CHECKED, given);

            assertThat(broken.exit()).as(broken.output()).isNotZero();
            assertThat(broken.output()).contains("/progressPercent", "DOES_NOT_CONFORM");
            assertThat(broker.received()).isEmpty();
        } finally {
            Files.writeString(pact, good);
        }

        Run mended = maven(Map.of(), CHECKED, given);

        assertThat(mended.exit()).as(mended.output()).isZero();
        JsonNode told = Recording.parsed(
                broker.received("POST", "/contracts/publish").get(0).body());
        assertThat(told.path("pacticipantVersionNumber").asText()).isEqualTo("2");
        assertThat(told.path("branch").asText()).isEqualTo("main");
    }

    private static Run maven(Map<String, String> environment, List<String> goals, String... more)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("./mvnw", "-B", "-ntp"));
        command.addAll(goals);
        command.addAll(COMPILED);
        command.addAll(List.of(more));
        String repository = System.getProperty("maven.repo.local");
        if (repository != null) {
            command.add("-Dmaven.repo.local=" + repository);
        }
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(checkout.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("PACT_"));
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().putAll(environment);
        Process process = builder.start();
        try {
            assertThat(process.waitFor(5, TimeUnit.MINUTES)).as("ends in time").isTrue();
            String output = Files.readString(folder.resolve("log"), StandardCharsets.UTF_8);
            Pipeline.assertUnseen("the output", output);
            return new Run(process.exitValue(), output);
        } finally {
            process.destroyForcibly();
        }
    }

    private static void copy(Path source) throws IOException {
        try (Stream<Path> files = Files.walk(source)) {
            for (Path file : files.toList()) {
                Path target = checkout.resolve(file);
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.createDirectories(target.getParent());
                    Files.copy(file, target, StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
        }
    }
}
