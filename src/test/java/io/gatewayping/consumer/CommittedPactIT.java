package io.gatewayping.consumer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.junit.jupiter.api.Test;

/** The committed pact is what the consumer tests write: nobody changes what the client needs without a review. */
final class CommittedPactIT {

    private static final String FILE = Reading.CONSUMER + "-" + Reading.PROVIDER + ".json";

    @Test
    void isWhatTheConsumerTestsWrote() throws IOException {
        Path written = Path.of(System.getProperty("pact.rootDir", "target/pacts"), FILE);
        Path committed = Path.of("pacts", FILE);
        assertThat(written).as("the pact of this build: run all consumer tests").isRegularFile();
        if (!Files.exists(committed) || Files.mismatch(written, committed) != -1) {
            Files.createDirectories(committed.getParent());
            Files.copy(written, committed, StandardCopyOption.REPLACE_EXISTING);
            fail("pacts/%s changed: review and commit it", FILE);
        }
    }
}
