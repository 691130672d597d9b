package io.gatewayping.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What QA may rely on in our own features. */
final class FeaturesTest {

    private static final Pattern SCENARIO = Pattern.compile("(?m)^ +(@.*)?\\n? +Scenario(?: Outline)?: ");
    private static final Pattern CLAIM = Pattern.compile("(?m)^ +(?:Then|And) .*\\[(.+)]$");

    @Test
    void eachScenarioHasATagOfItsOwn() {
        List<String> tags = all().flatMap(feature -> SCENARIO.matcher(feature).results())
                .map(scenario -> String.valueOf(scenario.group(1)).split(" ", 2)[0])
                .toList();

        assertThat(tags)
                .isNotEmpty()
                .allMatch(tag -> tag.matches("@[a-z]+-\\d\\d"))
                .doesNotHaveDuplicates();
    }

    @Test
    void fiveScenariosAreWhatADeploymentRunsFirst() {
        assertThat(all().flatMap(feature ->
                        Pattern.compile("@smoke").matcher(feature).results()))
                .hasSize(5);
    }

    @Test
    void aClaimNamesNoMoreThanTwoClauses() {
        assertThat(all().flatMap(feature -> CLAIM.matcher(feature).results()).map(FeaturesTest::clauses))
                .isNotEmpty()
                .allMatch(clauses -> clauses.size() <= 2);
    }

    private static List<String> clauses(MatchResult claim) {
        return List.of(claim.group(1).split(", ", -1));
    }

    private static Stream<String> all() {
        try (Stream<Path> files = Files.list(Path.of("features"))) {
            return files.toList().stream().map(FeaturesTest::read);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
