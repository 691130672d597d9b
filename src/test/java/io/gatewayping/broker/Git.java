package io.gatewayping.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
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
        git.commit("First");
        return git;
    }

    void commit(String message) throws IOException, InterruptedException {
        run(with("commit", "--allow-empty", "-qm", message));
    }

    /** In a commit of its own. */
    void merge(String branch) throws IOException, InterruptedException {
        run(with("merge", "-q", "--no-ff", "-m", "Merge", branch));
    }

    private static String[] with(String... arguments) {
        List<String> all = new ArrayList<>(List.of("-c", "user.name=me", "-c", "user.email=me@example.com"));
        all.addAll(List.of("-c", "commit.gpgsign=false"));
        all.addAll(List.of(arguments));
        return all.toArray(String[]::new);
    }

    String says(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        Process git = new ProcessBuilder(command).directory(folder.toFile()).start();
        String said = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        assertThat(git.waitFor()).as(() -> command.toString()).isZero();
        return said;
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
