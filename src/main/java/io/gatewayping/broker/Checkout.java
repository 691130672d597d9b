package io.gatewayping.broker;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** What git and the CI server know of what is built here. Never guesses; version and branch are those of one commit. */
public final class Checkout {

    private static final int GIT_SECONDS = 10;
    private static final String HEAD = "HEAD";

    private final Path folder;
    private final Map<String, String> environment;

    /**
     * A version.
     *
     * @param name what {@code git describe} says: the nearest tag and the commit, or the commit alone
     * @param dirty whether something was changed since, which the name says as well
     */
    public record Version(String name, boolean dirty) {}

    /** There is no version, for a reason that git tells. */
    public static final class NoVersion extends Exception {

        private static final long serialVersionUID = 1L;

        NoVersion(String words) {
            super(words);
        }
    }

    private record Said(boolean well, String words) {
        Optional<String> something() {
            return well && !words.isEmpty() ? Optional.of(words) : Optional.empty();
        }
    }

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

    /**
     * The version of the commit that is built: where a CI server merges a pull request to try it, that of the request.
     *
     * @throws NoVersion when git knows none
     */
    public Version version() throws NoVersion {
        String commit = commit();
        Said tagged = git("describe", "--tags", commit);
        if (!tagged.well()
                && "true".equals(git("rev-parse", "--is-shallow-repository").words())) {
            throw new NoVersion(tagged.words() + " The clone is shallow: fetch its whole history and its tags");
        }
        Said described = tagged.well() ? tagged : git("describe", "--tags", "--always", commit);
        if (described.something().isEmpty()) {
            throw new NoVersion(described.words());
        }
        boolean dirty =
                git("status", "--porcelain", "--untracked-files=no").something().isPresent();
        return new Version(described.words() + (dirty ? "-dirty" : ""), dirty);
    }

    private String commit() {
        return branchOfGit().isPresent()
                ? HEAD
                : CiServer.of(environment)
                        .flatMap(server -> server.headOfPullRequest(
                                environment, arguments -> git(arguments).something()))
                        .orElse(HEAD);
    }

    /** The branch that is checked out or, where CI checked out a commit, the one that the CI server names. */
    public Optional<String> branch() {
        return branchOfGit().or(() -> CiServer.of(environment).flatMap(server -> server.branch(environment)));
    }

    private Optional<String> branchOfGit() {
        return git("symbolic-ref", "--short", "-q", HEAD).something();
    }

    /** Where the build can be seen. */
    public Optional<String> buildUrl() {
        return CiServer.of(environment).flatMap(server -> server.buildUrl(environment));
    }

    /** Whether a CI server builds it. */
    public boolean isBuiltByCi() {
        String ci = environment.getOrDefault("CI", "");
        return CiServer.of(environment).isPresent() || !(ci.isBlank() || ci.equalsIgnoreCase("false"));
    }

    private Said git(String... arguments) {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        try {
            Path errors = Files.createTempFile("git", ".err");
            try {
                ProcessBuilder builder =
                        new ProcessBuilder(command).directory(folder.toFile()).redirectError(errors.toFile());
                builder.environment().put("LC_ALL", "C");
                Process git = builder.start();
                git.getOutputStream().close();
                String printed = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                boolean well = git.waitFor(GIT_SECONDS, TimeUnit.SECONDS) && git.exitValue() == 0;
                return new Said(well, well ? printed.strip() : "git: " + oneLine(Files.readString(errors)));
            } finally {
                Files.delete(errors);
            }
        } catch (IOException e) {
            return new Said(false, "git cannot be run in " + folder);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Said(false, "interrupted");
        }
    }

    private static String oneLine(String words) {
        return words.strip().replaceAll("\\s*\\R\\s*", " ");
    }
}
