package io.gatewayping.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.cucumberexpressions.Expression;
import io.gatewayping.contract.Contract;
import io.gatewayping.exchange.Credential;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever writes a feature reads in one page every sentence that there is. */
final class StepsDocumentedTest {

    private static final Path PAGE = Path.of("docs/sentences.md");
    private static final Pattern CODE = Pattern.compile("`(?:Then )?([^`]+)`");

    private final Contract contract = Contract.builtIn();
    private List<String> said = List.of();

    @BeforeEach
    void read() throws IOException {
        said = CODE.matcher(Files.readString(PAGE).replaceAll("\\s+", " "))
                .results()
                .map((MatchResult code) -> code.group(1))
                .toList();
    }

    @Test
    void ofEveryStep() {
        List<Expression> steps = new StepsReadOnce(contract).patterns();

        assertThat(steps).hasSizeGreaterThan(15).allSatisfy(step -> assertThat(said)
                .as(step.getSource())
                .anyMatch(sentence -> step.match(sentence) != null));
    }

    @Test
    void ofEveryTask() {
        assertThat(WhichTask.values()).allSatisfy(task -> assertThat(said).contains(task.words(contract)));
    }

    @Test
    void ofEveryCredential() {
        assertThat(Credential.values())
                .allSatisfy(credential -> assertThat(said).contains(credential.words()));
    }

    @Test
    void ofNoOtherThanThereAre() {
        List<Expression> steps = new StepsReadOnce(contract).patterns();

        assertThat(said.stream().filter(it -> it.contains(" client") || it.contains("client ")))
                .hasSizeGreaterThan(15)
                .allSatisfy(sentence -> assertThat(steps).anyMatch(step -> step.match(sentence) != null));
    }

    @Test
    void whatAnotherOperationTakesStandsOnOnePage() throws IOException {
        assertThat(Files.readAllLines(Path.of("docs/another-operation.md"))).hasSizeLessThanOrEqualTo(60);
    }
}
