package io.gatewayping.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A repository of its own for a test. */
final class Git {

    private final Path folder;

    private Git(Path folder) {
        this.folder = folder;
    }

    /** A repository with one commit of all that is in the folder. */
    static Git committed(Path folder) throws IOException, InterruptedException {
        Git git = new Git(folder);
        git.run("init", "-q");
        git.run("add", ".");
        String[] me = {"-c", "user.name=me", "-c", "user.email=me@example.com", "-c", "commit.gpgsign=false"};
        git.run(me[0], me[1], me[2], me[3], me[4], me[5], "commit", "-qm", "First");
        return git;
    }

    void run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        assertThat(new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .start()
                        .waitFor())
                .as(() -> command.toString())
                .isZero();
    }
}
