package io.gatewayping.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What git and CI servers know of a build. */
final class CheckoutTest {

    @TempDir
    private Path folder;

    @Test
    void isABranchAndACommitOrATag() throws Exception {
        Git git = committed();
        git.run("checkout", "-q", "-b", "feat/x");
        Checkout checkout = new Checkout(folder, Map.of("GITHUB_ACTIONS", "true", "GITHUB_HEAD_REF", "another"));

        assertThat(checkout.branch()).hasValue("feat/x");
        assertThat(checkout.version().name()).matches("[0-9a-f]{7,}");

        git.run("tag", "v1.2.0");
        assertThat(checkout.version()).isEqualTo(new Checkout.Version("v1.2.0", false));

        Files.writeString(folder.resolve("file"), "changed");
        assertThat(checkout.version()).isEqualTo(new Checkout.Version("v1.2.0-dirty", true));
        assertThat(new Checkout(Files.createDirectory(folder.resolve("below")), Map.of()).branch())
                .hasValue("feat/x");
    }

    @Test
    void isNoBranchWhereACommitIsCheckedOut() throws IOException, InterruptedException {
        committed().run("checkout", "-q", "--detach");

        assertThat(new Checkout(folder, Map.of()).branch()).isEmpty();
        assertThat(new Checkout(folder, Map.of("CI", "true", "BRANCH_NAME", "main")).branch())
                .isEmpty();
        assertThat(new Checkout(folder, Map.of("JENKINS_URL", "http://ci", "BRANCH_NAME", "main")).branch())
                .hasValue("main");
    }

    @Test
    void isNothingWhereThereIsNoCheckout() {
        Checkout checkout = new Checkout(folder, Map.of());

        assertThatThrownBy(checkout::version)
                .isInstanceOf(Checkout.NoVersion.class)
                .hasMessageStartingWith("git: fatal: not a git repository");
        assertThat(checkout.branch()).isEmpty();
        assertThat(checkout.buildUrl()).isEmpty();
        assertThatThrownBy(() -> new Checkout(folder.resolve("nowhere"), Map.of()).version())
                .hasMessage("git cannot be run in " + folder.resolve("nowhere"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "GITHUB_ACTIONS=true GITHUB_REF_TYPE=branch GITHUB_REF_NAME=main | main",
                "GITHUB_ACTIONS=true GITHUB_REF_TYPE=branch GITHUB_REF_NAME=7/merge GITHUB_HEAD_REF=feat/x | feat/x",
                "GITHUB_ACTIONS=true GITHUB_REF_TYPE=branch GITHUB_REF_NAME=main GITHUB_HEAD_REF= | main",
                "GITHUB_ACTIONS=true GITHUB_REF_TYPE=tag GITHUB_REF_NAME=v1 |",
                "GITLAB_CI=true CI_COMMIT_BRANCH=main CI_COMMIT_REF_NAME=main | main",
                "GITLAB_CI=true CI_MERGE_REQUEST_SOURCE_BRANCH_NAME=feat/x CI_COMMIT_REF_NAME=feat/x | feat/x",
                "GITLAB_CI=true CI_COMMIT_TAG=v1 CI_COMMIT_REF_NAME=v1 |",
                "JENKINS_URL=http://ci BRANCH_NAME=main | main",
                "JENKINS_URL=http://ci BRANCH_NAME=PR-7 CHANGE_BRANCH=feat/x | feat/x",
                "JENKINS_URL=http://ci BRANCH_NAME=v1 TAG_NAME=v1 |",
                "JENKINS_URL=http://ci GIT_BRANCH=origin/main | main",
                "JENKINS_URL=http://ci GIT_BRANCH=detached |",
                "BRANCH_NAME=main |",
                "|",
            })
    void isTheBranchThatTheCiServerNames(String variables, String branch) {
        assertThat(new Checkout(folder, environment(variables)).branch().orElse(null))
                .isEqualTo(branch);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "GITHUB_ACTIONS=true GITHUB_SERVER_URL=https://github.com GITHUB_REPOSITORY=me/app GITHUB_RUN_ID=42 | https://github.com/me/app/actions/runs/42",
                "GITHUB_ACTIONS=true |",
                "GITLAB_CI=true CI_JOB_URL=https://gitlab.com/me/app/-/jobs/42 | https://gitlab.com/me/app/-/jobs/42",
                "GITLAB_CI=true CI_PIPELINE_URL=https://gitlab.com/me/app/-/pipelines/4 | https://gitlab.com/me/app/-/pipelines/4",
                "JENKINS_URL=http://ci BUILD_URL=http://ci/job/app/42/ | http://ci/job/app/42/",
                "BUILD_URL=http://ci/job/app/42/ |",
            })
    void isWhereTheCiServerShowsTheBuild(String variables, String url) {
        assertThat(new Checkout(folder, environment(variables)).buildUrl().orElse(null))
                .isEqualTo(url);
    }

    @Test
    void isNoVersionInAShallowCloneWithoutTags() throws Exception {
        Git git = committed();
        git.run("tag", "v1");
        git.commit("Second");
        Path clone = folder.resolve("clone");
        git.run("clone", "-q", "--depth=1", "--no-tags", folder.toUri().toString(), clone.toString());

        assertThatThrownBy(() -> new Checkout(clone, Map.of()).version())
                .isInstanceOf(Checkout.NoVersion.class)
                .hasMessage(
                        "git: fatal: No names found, cannot describe anything. The clone is shallow: fetch its whole"
                                + " history and its tags");
    }

    @Test
    void isNoVersionWhereGitTrustsNobody() throws Exception {
        committed();
        Files.writeString(folder.resolve(".git/config"), "[core]\nrepositoryformatversion = 99\n");

        assertThatThrownBy(() -> new Checkout(folder, Map.of()).version())
                .hasMessageStartingWith("git: ")
                .hasMessageContaining("99")
                .hasMessageNotContaining("\n");
    }

    /** GitHub merges the head of the request into the target, Jenkins the target into the head. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "GITHUB_ACTIONS=true GITHUB_REF_TYPE=branch GITHUB_REF_NAME=7/merge GITHUB_HEAD_REF=feat/x, main, feat/x, feat/x",
        "JENKINS_URL=http://ci BRANCH_NAME=PR-7 CHANGE_BRANCH=feat/x, feat/x, main, feat/x",
        "GITLAB_CI=true CI_MERGE_REQUEST_SOURCE_BRANCH_NAME=feat/x, main, feat/x, feat/x",
    })
    void isTheHeadOfAPullRequestThatIsTriedMerged(String variables, String into, String merged, String described)
            throws Exception {
        Git git = diverged();
        git.run("checkout", "-q", "--detach", into);
        git.merge(merged);
        Map<String, String> environment = environment(variables);
        environment.put("GITHUB_SHA", git.says("rev-parse", "HEAD"));
        environment.put("CI_MERGE_REQUEST_SOURCE_BRANCH_SHA", git.says("rev-parse", "feat/x"));
        Checkout checkout = new Checkout(folder, environment);

        assertThat(checkout.branch()).hasValue("feat/x");
        assertThat(checkout.version().name()).isEqualTo(git.says("describe", "--tags", described));
    }

    /** Whose head is a merge itself. */
    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "GITHUB_ACTIONS=true GITHUB_HEAD_REF=feat/x GITHUB_SHA=0000000",
                "JENKINS_URL=http://ci CHANGE_BRANCH=feat/x",
                "GITLAB_CI=true CI_MERGE_REQUEST_SOURCE_BRANCH_NAME=feat/x",
            })
    void isTheHeadOfAPullRequestThatIsBuiltAsItIs(String variables) throws Exception {
        Git git = diverged();
        git.run("checkout", "-q", "--detach", "feat/x");
        git.merge("main");
        git.run("update-ref", "refs/remotes/origin/feat/x", "HEAD");

        assertThat(new Checkout(folder, environment(variables)).version().name())
                .isEqualTo(git.says("describe", "--tags", "HEAD"));
    }

    @ParameterizedTest
    @CsvSource({
        "CI=true, true",
        "CI=1, true",
        "CI=false, false",
        "CI=, false",
        "A=b, false",
        "JENKINS_URL=http://ci, true"
    })
    void isBuiltByCi(String variables, boolean built) {
        assertThat(new Checkout(folder, environment(variables)).isBuiltByCi()).isEqualTo(built);
    }

    private Git diverged() throws IOException, InterruptedException {
        Git git = committed();
        git.run("tag", "v1");
        git.run("branch", "-M", "main");
        git.run("checkout", "-q", "-b", "feat/x");
        git.commit("On the branch");
        git.run("checkout", "-q", "main");
        git.commit("On main");
        return git;
    }

    private static Map<String, String> environment(String variables) {
        Map<String, String> environment = new TreeMap<>();
        if (variables != null) {
            for (String variable : variables.split(" ")) {
                String[] parts = variable.split("=", 2);
                environment.put(parts[0], parts[1]);
            }
        }
        return environment;
    }

    private Git committed() throws IOException, InterruptedException {
        Files.writeString(folder.resolve("file"), "as it was");
        return Git.committed(folder);
    }
}
