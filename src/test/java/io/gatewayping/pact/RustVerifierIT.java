package io.gatewayping.pact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.gatewayping.contract.Contract;
import io.gatewayping.exchange.Limits;
import io.gatewayping.exchange.Scheme;
import io.gatewayping.exchange.Transport;
import io.gatewayping.state.ProviderStates;
import io.gatewayping.stub.Stub;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * A second reading of pacts: every pact of the catalogues is verified by Pact's Rust core as well. Where the two do not
 * agree, {@code differences.yaml} says why, by name.
 */
final class RustVerifierIT {

    private static final Path INSTALLED = Path.of("src/test/npm/node_modules/@pact-foundation/pact-core");

    /** The one that stands in the committed pact: neither verifier has to put another in its place. */
    private static final String TOKEN = "a-token";

    private static final Pattern VERDICT = Pattern.compile("(?m)^VERDICT (kept|broken) .*?(\\d+)\\.json$");

    @TempDir
    private Path folder;

    /** Where it is not installed this is left out, but never where CI says that it is. */
    @BeforeAll
    static void installed() {
        if (System.getenv("PACT_CLI") != null) {
            assertThat(INSTALLED).as("install it: npm ci --prefix src/test/npm").exists();
        }
        assumeTrue(Files.exists(INSTALLED), "no pact-core: npm ci --prefix src/test/npm");
    }

    private record Difference(String gate, String rust) {}

    @Test
    void saysTheSameOrThereIsAReason() throws Exception {
        List<ChangedPact> pacts = Stream.of("breaches.yaml", "oddities.yaml", "replays.yaml")
                .flatMap(RustVerifierIT::catalogue)
                .toList();
        List<Path> files = new ArrayList<>();
        for (ChangedPact pact : pacts) {
            files.add(Files.writeString(
                    folder.resolve(files.size() + ".json"),
                    pact.onlyWhatIsChanged().json().toString()));
        }
        Map<String, Difference> differences = new TreeMap<>();
        try (Stub stub = Stub.start(Contract.builtIn(), "127.0.0.1", 0, TOKEN)) {
            Map<Integer, String> rust = rust(stub, files);
            for (int index = 0; index < files.size(); index++) {
                Difference verdicts = new Difference(gate(stub, files.get(index)), rust.get(index));
                if (!verdicts.gate().equals(verdicts.rust())) {
                    differences.put(pacts.get(index).name(), verdicts);
                }
            }
        }

        assertThat(differences).containsExactlyInAnyOrderEntriesOf(explained());
    }

    private static Stream<ChangedPact> catalogue(String name) {
        try {
            return ChangedPact.of(name);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String gate(Stub stub, Path file) throws UnreadablePact {
        try (Transport transport = new Transport(new Limits(Duration.ofSeconds(10)))) {
            Verification verification = new Verification(
                    transport,
                    new ProviderStates(transport, stub.stateUrl(), TOKEN),
                    stub.baseUrl(),
                    Scheme.BEARER,
                    TOKEN);
            VerifiedPact verified = verification.verify(PactDocument.read(file), false);
            return switch (new VerifiedPacts(List.of(verified), List.of()).exitCode()) {
                case 0 -> "kept";
                case 1 -> "broken";
                default -> "not run";
            };
        }
    }

    private Map<Integer, String> rust(Stub stub, List<Path> files) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("node", "src/test/npm/verify.cjs"));
        command.addAll(List.of(stub.baseUrl().toString(), stub.stateUrl().toString()));
        files.forEach(file -> command.add(file.toString()));
        Path log = folder.resolve("rust.log");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().put("PACT_DO_NOT_TRACK", "true");
        Process process = builder.start();
        try {
            assertThat(process.waitFor(5, TimeUnit.MINUTES)).as("ends in time").isTrue();
            String output = new String(Files.readAllBytes(log), StandardCharsets.UTF_8);
            Map<Integer, String> verdicts = new LinkedHashMap<>();
            VERDICT.matcher(output)
                    .results()
                    .forEach(verdict -> verdicts.put(Integer.valueOf(verdict.group(2)), verdict.group(1)));
            assertThat(verdicts).as(output).hasSize(files.size());
            return verdicts;
        } finally {
            process.destroyForcibly();
        }
    }

    private static Map<String, Difference> explained() throws IOException {
        Map<String, Difference> explained = new TreeMap<>();
        try (InputStream stream = RustVerifierIT.class.getResourceAsStream("/pact/differences.yaml")) {
            for (JsonNode entry : new YAMLMapper().readTree(stream)) {
                assertThat(entry.path("why").asString("")).isNotBlank();
                explained.put(
                        entry.path("name").asString(),
                        new Difference(
                                entry.path("gate").asString(),
                                entry.path("rust").asString()));
            }
        }
        return explained;
    }
}
