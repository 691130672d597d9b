package io.gatewayping.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** What npm has installed in src/test/npm: schemas of others, and what drives a browser. */
final class NodeModules {

    private static final Path FOLDER = Path.of("src/test/npm/node_modules");
    private static final String HOW = "npm ci --prefix src/test/npm";

    private NodeModules() {}

    /** Where it is not installed the test is left out, but never where CI says that it is. */
    static Path required() {
        if (System.getenv("PACT_CLI") != null) {
            assertThat(FOLDER).as("install it: " + HOW).exists();
        }
        assumeTrue(Files.exists(FOLDER), "nothing of npm's: " + HOW);
        return FOLDER;
    }
}
