package io.gatewayping.broker;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** What git and the CI server know of what is built here. Never guesses. */
public final class Checkout {

    private static final int GIT_SECONDS = 10;

    private final Path folder;
    private final Map<String, String> environment;

    /**
     * Looks at a folder.
     *
     * @param folder in a checkout, or in none
     * @param environment the variables of this process
     */
    public Checkout(Path folder, Map<String, String> environment) {
        this.folder = folder;
        this.environment = environment;
    }

    /** What {@code git describe} says: the nearest tag and the commit, or the commit alone, and whether it was changed. */
    public Optional<String> version() {
        return git("describe", "--tags", "--always", "--dirty");
    }

    /** The branch that is checked out or, where CI checked out a commit, the one that the CI server names. */
    public Optional<String> branch() {
        return git("symbolic-ref", "--short", "-q", "HEAD")
                .or(() -> CiServer.of(environment).flatMap(server -> server.branch(environment)));
    }

    /** Where the build can be seen. */
    public Optional<String> buildUrl() {
        return CiServer.of(environment).flatMap(server -> server.buildUrl(environment));
    }

    private Optional<String> git(String... arguments) {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        try {
            Process git = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            git.getOutputStream().close();
            String printed = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            boolean ended = git.waitFor(GIT_SECONDS, TimeUnit.SECONDS) && git.exitValue() == 0;
            return ended && !printed.isEmpty() ? Optional.of(printed) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
