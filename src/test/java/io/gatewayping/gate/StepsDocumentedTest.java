package io.gatewayping.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.cucumberexpressions.Expression;
import io.gatewayping.contract.Contract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever writes the feature of another operation reads in one page every sentence that there is. */
final class StepsDocumentedTest {

    private static final Path PAGE = Path.of("docs/another-operation.md");
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");

    private final Contract contract = Contract.load(Path.of("src/test/resources/traceroute/traceroute.yaml"));
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
        // The clauses that a sentence claims stand in the example above.
        List<Expression> steps = new StepsReadOnce(contract)
                .patterns().stream()
                        .filter(step -> !step.getSource().contains("\\["))
                        .toList();

        assertThat(steps)
                .hasSizeGreaterThan(15)
                .allSatisfy(step -> assertThat(said).as(step.getSource()).anyMatch(text -> isSaid(step, text)));
    }

    private static boolean isSaid(Expression step, String text) {
        String whole = text.startsWith("… ") ? "reads " + text : text;
        String task = whole.startsWith("starts ") ? "a traceroute test" : "the traceroute test";
        String sentence = whole.replace("state: …", "state: a traceroute test has completed")
                .replace("…", task)
                .replaceFirst("^(?=(reads|polls|sends|starts|asks) )", "the client ");
        return step.match(sentence) != null;
    }

    @Test
    void ofEveryTask() {
        assertThat(WhichTask.values()).allSatisfy(task -> assertThat(said)
                .anyMatch(text -> task.words(contract).equals(text)
                        || (text.split(" ").length > 2 && task.words(contract).endsWith(" " + text))));
    }

    @Test
    void inAPage() throws IOException {
        assertThat(Files.readAllLines(PAGE)).hasSizeLessThanOrEqualTo(60);
    }
}
