package io.gatewayping.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatewayping.broker.Build;
import io.gatewayping.broker.Checkout;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What CI publishes can be built again from what was committed. */
final class BuildOptionTest {

    @TempDir
    private Path folder;

    private final StringWriter warnings = new StringWriter();

    @BeforeEach
    void commit() throws IOException, InterruptedException {
        Files.writeString(folder.resolve("file"), "as it was");
        git("init", "-q", "-b", "main");
        git("add", ".");
        git(
                "-c",
                "user.name=me",
                "-c",
                "user.email=me@example.com",
                "-c",
                "commit.gpgsign=false",
                "commit",
                "-qm",
                "1");
        git("tag", "v1");
    }

    @Test
    void isCleanUnderCi() {
        Build build = build(null, Map.of("CI", "true"));

        assertThat(build.version()).isEqualTo("v1");
        assertThat(build.branch()).isEqualTo("main");
        assertThat(warnings.toString()).isEmpty();
    }

    @Test
    void isNotDirtyUnderCi() throws IOException {
        Files.writeString(folder.resolve("file"), "changed");

        assertThatThrownBy(() -> build(null, Map.of("CI", "true")))
                .isInstanceOf(UsageError.class)
                .hasMessage("what is checked out has changes that are not committed: nothing is published by CI as"
                        + " v1-dirty; commit them (git status shows them), or give the version with --version");
        assertThat(build("7", Map.of("CI", "true")).version()).isEqualTo("7");
        assertThat(build(null, Map.of()).version()).isEqualTo("v1-dirty");
        assertThat(warnings.toString()).contains("the version is v1-dirty");
    }

    private Build build(String version, Map<String, String> environment) {
        return new BuildOption()
                .of(version, "--version", new Checkout(folder, environment), new PrintWriter(warnings, true));
    }

    private void git(String... arguments) throws IOException, InterruptedException {
        String[] command = new String[arguments.length + 1];
        command[0] = "git";
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        assertThat(new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .start()
                        .waitFor())
                .isZero();
    }
}
