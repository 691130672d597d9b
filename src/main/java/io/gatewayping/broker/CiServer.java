package io.gatewayping.broker;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What the variables of a CI server say of the build. */
enum CiServer {
    GITHUB_ACTIONS("GITHUB_ACTIONS") {
        @Override
        Optional<String> branch(Map<String, String> environment) {
            // A tag has a name, too; it is no branch.
            return first(environment, "GITHUB_HEAD_REF")
                    .or(() -> "branch".equals(environment.get("GITHUB_REF_TYPE"))
                            ? first(environment, "GITHUB_REF_NAME")
                            : Optional.empty());
        }

        @Override
        Optional<String> headOfPullRequest(Map<String, String> environment, Git git) {
            boolean merged = first(environment, "GITHUB_HEAD_REF").isPresent()
                    && git.says("rev-parse", "HEAD").equals(first(environment, "GITHUB_SHA"));
            return merged ? git.says("rev-parse", "-q", "--verify", "HEAD^2") : Optional.empty();
        }

        @Override
        Optional<String> buildUrl(Map<String, String> environment) {
            return first(environment, "GITHUB_RUN_ID")
                    .map(run -> environment.get("GITHUB_SERVER_URL") + "/" + environment.get("GITHUB_REPOSITORY")
                            + "/actions/runs/" + run);
        }
    },
    GITLAB_CI("GITLAB_CI") {
        @Override
        Optional<String> branch(Map<String, String> environment) {
            return first(environment, "CI_MERGE_REQUEST_SOURCE_BRANCH_NAME", "CI_COMMIT_BRANCH");
        }

        @Override
        Optional<String> headOfPullRequest(Map<String, String> environment, Git git) {
            // It is set where, and only where, the results of the merge are tried.
            return first(environment, "CI_MERGE_REQUEST_SOURCE_BRANCH_SHA");
        }

        @Override
        Optional<String> buildUrl(Map<String, String> environment) {
            return first(environment, "CI_JOB_URL", "CI_PIPELINE_URL");
        }
    },
    JENKINS("JENKINS_URL") {
        @Override
        Optional<String> branch(Map<String, String> environment) {
            // Where it builds a tag, BRANCH_NAME is the tag's; where it builds a commit, GIT_BRANCH is "detached".
            return first(environment, "TAG_NAME").isPresent()
                    ? Optional.empty()
                    : first(environment, "CHANGE_BRANCH", "BRANCH_NAME", "GIT_LOCAL_BRANCH", "GIT_BRANCH")
                            .map(branch -> branch.replaceFirst("^origin/", ""))
                            .filter(branch -> !branch.equals("detached"));
        }

        @Override
        Optional<String> headOfPullRequest(Map<String, String> environment, Git git) {
            // It merges the target into the head, in a commit of its own that no remote branch has.
            boolean merged = first(environment, "CHANGE_BRANCH").isPresent()
                    && git.says("rev-parse", "-q", "--verify", "HEAD^2").isPresent()
                    && git.says("branch", "-r", "--contains", "HEAD").isEmpty();
            return merged ? git.says("rev-parse", "-q", "--verify", "HEAD^1") : Optional.empty();
        }

        @Override
        Optional<String> buildUrl(Map<String, String> environment) {
            return first(environment, "BUILD_URL");
        }
    };

    /** Asks git, which says nothing when it has nothing to say. */
    interface Git {
        Optional<String> says(String... arguments);
    }

    private final String sign;

    CiServer(String sign) {
        this.sign = sign;
    }

    /** The server that this environment is one of. */
    static Optional<CiServer> of(Map<String, String> environment) {
        return Stream.of(values())
                .filter(server -> first(environment, server.sign).isPresent())
                .findFirst();
    }

    abstract Optional<String> branch(Map<String, String> environment);

    /** The commit that a pull request asks for, where another one is checked out: a merge, made to try it. */
    abstract Optional<String> headOfPullRequest(Map<String, String> environment, Git git);

    abstract Optional<String> buildUrl(Map<String, String> environment);

    private static Optional<String> first(Map<String, String> environment, String... names) {
        return Stream.of(names)
                .map(environment::get)
                .filter(value -> value != null && !value.isBlank())
                .findFirst();
    }
}
