package io.gatewayping.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatewayping.cli.GateProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The living documentation, with the outcomes of a run. */
final class SiteTest {

    private static final Pattern LINK = Pattern.compile("href=\"([a-z]+\\.html)#([^\"]+)\"");

    @TempDir
    private static Path folder;

    @BeforeAll
    static void write() {
        String reports = folder.resolve("gate").toString();
        GateProcess.run("check", "--quiet", "--tags", "@shape-01", "--report-dir", reports);
        GateProcess.Result result = GateProcess.run(
                "docs", "--out", folder.resolve("docs").toString(), "--results", reports + "/verdict.json");
        assertThat(result.err()).isEmpty();
        assertThat(result.exit()).isZero();
    }

    @Test
    void clausesAndScenariosAreLinkedBothWays() throws IOException {
        for (String page : Set.of("features", "clauses", "contract", "states")) {
            Set<String> dangling = new TreeSet<>();
            for (MatchResult link : LINK.matcher(page(page)).results().toList()) {
                String target = page(link.group(1).replace(".html", ""));
                if (!target.contains("id=\"" + link.group(2) + "\"")) {
                    dangling.add(link.group());
                }
            }
            assertThat(dangling).as(page).isEmpty();
        }
        assertThat(page("features")).contains("clauses.html#clause-PingTest-type");
        assertThat(page("clauses")).contains("features.html#shape.feature-6");
    }

    @Test
    void theOutcomeOfTheLastRunStandsBesideWhatItRan() throws IOException {
        assertThat(page("index")).contains("Last run: CONFORMS, the built-in stub");
        assertThat(page("features")).containsOnlyOnce("<span class=\"badge ok\">ok</span>");
        assertThat(page("clauses")).contains(">kept</span>", ">not exercised</span>");
    }

    @Test
    void everyClauseTellsItsCounterexamples() throws IOException {
        assertThat(page("clauses")).doesNotContain(">0 counterexamples");
    }

    @Test
    void idsAreUniqueAndNothingIsLoaded() throws IOException {
        for (String page : Set.of("index", "features", "clauses", "contract", "states")) {
            assertThat(Pattern.compile(" id=\"([^\"]+)\"")
                            .matcher(page(page))
                            .results()
                            .map(id -> id.group(1))
                            .collect(Collectors.toList()))
                    .as(page)
                    .doesNotHaveDuplicates();
            assertThat(page(page)).doesNotContain("<script", "src=");
        }
    }

    @Test
    void theReferenceIsRedocAndLeadsToTheClauses() throws IOException {
        String reference = page("reference");
        List<String> clauses = Pattern.compile("]\\(clauses\\.html#([^)]+)\\)")
                .matcher(reference)
                .results()
                .map(link -> link.group(1))
                .toList();

        assertThat(clauses).hasSizeGreaterThan(30).contains("clause-rate-matches-counts", "clause-token-never-echoed");
        for (String clause : clauses) {
            assertThat(page("clauses")).contains("id=\"" + clause + "\"");
        }
        assertThat(reference)
                .contains("Redoc.init(", "default-src &#39;none&#39;")
                .doesNotContain("cdn.redoc.ly", "\"x-rules\"", "src=\"http");
        assertThat(folder.resolve("docs/redoc.standalone.js.LICENSE.txt"))
                .content()
                .contains("The MIT License");
    }

    private static String page(String name) throws IOException {
        return Files.readString(folder.resolve("docs").resolve(name + ".html"));
    }
}
