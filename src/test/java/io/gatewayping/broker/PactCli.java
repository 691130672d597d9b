package io.gatewayping.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The command line of {@code @pact-foundation/pact-cli}: where the variable PACT_CLI says, or installed in src/test/npm. */
final class PactCli {

    record Run(int exit, String output) {}

    private static final Path COMMAND =
            Path.of(System.getenv().getOrDefault("PACT_CLI", "src/test/npm/node_modules/.bin/pact-broker"));

    private final BrokerDouble broker;
    private final List<String> credential;

    PactCli(BrokerDouble broker, String... credential) {
        this.broker = broker;
        this.credential = List.of(credential);
    }

    /** Where it is not installed its tests are left out, but never where the variable says that it is. */
    static void required() {
        if (System.getenv("PACT_CLI") != null) {
            assertThat(COMMAND).as("install it: npm ci --prefix src/test/npm").exists();
        }
        assumeTrue(Files.exists(COMMAND), "no pact-cli: npm ci --prefix src/test/npm");
    }

    Run run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(COMMAND.toAbsolutePath().toString()));
        command.addAll(List.of(arguments));
        command.addAll(List.of("--broker-base-url", broker.url().toString()));
        command.addAll(credential);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        Map<String, String> environment = builder.environment();
        environment.keySet().removeIf(name -> name.startsWith("PACT_"));
        environment.put("PACT_DO_NOT_TRACK", "true");
        Path output = Files.createTempFile("pact-cli", ".log");
        Process process = builder.redirectOutput(output.toFile()).start();
        try {
            assertThat(process.waitFor(1, TimeUnit.MINUTES)).as("ends in time").isTrue();
            return new Run(process.exitValue(), Files.readString(output, StandardCharsets.UTF_8));
        } finally {
            process.destroyForcibly();
            Files.delete(output);
        }
    }
}
