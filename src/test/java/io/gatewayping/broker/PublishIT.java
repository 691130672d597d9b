package io.gatewayping.broker;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatewayping.cli.GateProcess;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is published, and what is not. */
final class PublishIT {

    @TempDir
    private Path folder;

    private Pipeline pipeline;

    @BeforeEach
    void start() {
        pipeline = Pipeline.start();
    }

    @AfterEach
    void close() {
        pipeline.close();
    }

    @Test
    void isThePactAsItIs() throws IOException {
        pipeline.publish("1");

        String content = Recording.parsed(pipeline.told().get(0).body())
                .at("/contracts/0/content")
                .asText();
        assertThat(Recording.parsed(new String(Base64.getMimeDecoder().decode(content), StandardCharsets.UTF_8)))
                .isEqualTo(Recording.parsed(Files.readString(Pipeline.PACT)));
    }

    @Test
    void areThePactsOfTheFolder() {
        GateProcess.Result result = pipeline.publishAll("1");

        assertThat(result.exit()).as(result.console()).isZero();
        assertThat(result.out())
                .contains("published pacts/gateway-ping-client-network-troubleshooting.json as gateway-ping-client 1");
        assertThat(pipeline.told()).hasSize(1);
    }

    @Test
    void isNoPactThatBreaksTheContract() throws IOException {
        Path broken = Pipeline.pact(folder, "\"progressPercent\": 100", "\"progressPercent\": 180");

        GateProcess.Result result = pipeline.publish(broken, "1");

        assertThat(result.exit()).isOne();
        assertThat(result.err()).isEmpty();
        assertThat(result.out())
                .contains("dashboard.json: the status of a test (a ping test has completed)")
                .contains("/progressPercent")
                .endsWith("nothing was published\nDOES_NOT_CONFORM\n");
        assertThat(pipeline.broker().received()).isEmpty();
    }

    @Test
    void isNoPactOfWhichTheGateCanJudgeNothing() throws IOException {
        Path messages = Pipeline.pact(folder, "\"type\": \"Synchronous/HTTP\"", "\"type\": \"Asynchronous/Messages\"");

        GateProcess.Result result = pipeline.publish(messages, "1");

        assertThat(result.exit()).as(result.console()).isEqualTo(3);
        assertThat(result.out()).endsWith("nothing was published\nINCONCLUSIVE\n");
        assertThat(pipeline.broker().received()).isEmpty();
    }

    @Test
    void isTheSameContentAgain() {
        pipeline.publish("1");

        GateProcess.Result again = pipeline.publish("1");

        assertThat(again.exit()).isZero();
        assertThat(again.out()).contains("Pact successfully republished", "with no content changes.");
    }

    @Test
    void isNoOtherContentUnderTheSameVersion() throws IOException {
        pipeline.publish("1");
        Path changed = Pipeline.pact(folder, "the status of a test that nobody", "of a test that nobody");

        GateProcess.Result result = pipeline.publish(changed, "1");

        assertThat(result.exit()).isOne();
        assertThat(result.err())
                .contains("it answered 409: contracts: Cannot change the content of the pact for dashboard version 1")
                .contains("Each pact must be published with a unique consumer version number.")
                .hasLineCount(1);
        assertThat(result.out()).doesNotContain("published " + changed, "CONFORMS");
    }

    @Test
    void hasTheVersionAndTheBranchOfItsCheckout() throws IOException, InterruptedException {
        Path pact = Files.copy(Pipeline.PACT, folder.resolve("pact.json"));
        Git git = Git.committed(folder);
        git.run("checkout", "-q", "-b", "feat/x");
        git.run("tag", "v1.4.2");

        GateProcess.Result result = pipeline.publishAsGitHasIt(pact);

        assertThat(result.out()).contains("as dashboard v1.4.2 (branch feat/x)");
        assertThat(Recording.parsed(pipeline.told().get(0).body())
                        .path("branch")
                        .asText())
                .isEqualTo("feat/x");
    }

    @Test
    void isADirtyCheckoutWithAWarning() throws IOException, InterruptedException {
        Path pact = Files.copy(Pipeline.PACT, folder.resolve("pact.json"));
        Git git = Git.committed(folder);
        git.run("tag", "v1.4.2");
        Files.writeString(pact, Files.readString(pact) + "\n");

        GateProcess.Result result = pipeline.publishAsGitHasIt(pact, "--branch=main");

        assertThat(result.exit()).as(result.console()).isZero();
        assertThat(result.err())
                .isEqualTo("gate: warning: what is checked out has changes that are not committed: the version is"
                        + " v1.4.2-dirty\n");
        assertThat(result.out()).contains("as dashboard v1.4.2-dirty (branch main)");
    }

    @Test
    void isToldLineByLine() {
        pipeline.broker().answersNotices("  Events detected: contract_published\n  Webhook triggered:\n    * 200\n");

        GateProcess.Result result = pipeline.publish("1");

        assertThat(result.out())
                .endsWith("\n  Events detected: contract_published\n  Webhook triggered:\n  * 200\n")
                .doesNotContain("\\n");
    }

    @Test
    void isNothingWithoutABranch() throws IOException, InterruptedException {
        Path pact = Files.copy(Pipeline.PACT, folder.resolve("pact.json"));
        Git.committed(folder).run("checkout", "-q", "--detach");

        GateProcess.Result result = pipeline.publishAsGitHasIt(pact);

        assertThat(result.exit()).isEqualTo(2);
        assertThat(result.err())
                .isEqualTo("gate: no branch: neither git nor the CI server names one; give it with --branch\n");
        assertThat(result.out()).isEmpty();
        assertThat(pipeline.broker().received()).isEmpty();
    }

    @Test
    void isNothingWithoutAVersion() throws IOException {
        Path pact = Files.copy(Pipeline.PACT, folder.resolve("pact.json"));

        GateProcess.Result result = pipeline.publishAsGitHasIt(pact, "--branch=main");

        assertThat(result.exit()).isEqualTo(2);
        assertThat(result.err())
                .startsWith("gate: no version: git: fatal: not a git repository")
                .endsWith("; give it with --consumer-app-version\n")
                .hasLineCount(1);
        assertThat(pipeline.broker().received()).isEmpty();
    }
}
