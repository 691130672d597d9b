package io.gatewayping.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;

/** What goes into the jar that runs alone. */
final class GateJarIT {

    @Test
    void holdsRedocAndNothingElseOfItsPackage() throws IOException {
        try (JarFile jar = new JarFile("target/gate.jar")) {
            assertThat(jar.stream()
                            .map(ZipEntry::getName)
                            .filter(name -> name.contains("/redoc/") && !name.endsWith("/")))
                    .singleElement()
                    .asString()
                    .endsWith("/redoc.standalone.js");
        }
    }
}
