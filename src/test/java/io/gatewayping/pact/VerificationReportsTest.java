package io.gatewayping.pact;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatewayping.gate.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** What became of pacts, in each report word for word. */
final class VerificationReportsTest {

    private static final InteractionResult KEPT =
            new InteractionResult("kept", "1", false, Verdict.CONFORMS, List.of());
    private static final InteractionResult BROKEN = new InteractionResult(
            "broken <1>", "2", false, Verdict.DOES_NOT_CONFORM, List.of("status: 500", "body $.a: \"x\" & more"));
    private static final InteractionResult PENDING =
            new InteractionResult("pending", "3", true, Verdict.DOES_NOT_CONFORM, List.of("status: 404"));
    private static final InteractionResult NOT_RUN =
            new InteractionResult("not run", null, false, Verdict.INCONCLUSIVE, List.of());
    private static final VerifiedPacts ALL = new VerifiedPacts(
            List.of(
                    new VerifiedPact("a.json", "a", "it", false, List.of(KEPT, BROKEN, PENDING, NOT_RUN)),
                    new VerifiedPact("b.json", "b", "it", true, List.of(BROKEN))),
            List.of("the token is refused", "everywhere"));
    private static final VerifiedPacts GOOD =
            new VerifiedPacts(List.of(new VerifiedPact("a.json", "a", "it", false, List.of(KEPT))), List.of());

    @TempDir
    private Path folder;

    @Test
    void isJsonForPrograms() {
        assertThat(JsonMapper.shared().readTree(VerificationReports.json(ALL)))
                .isEqualTo(
                        JsonMapper.shared()
                                .readTree(
                                        """
                                {"verdict": "INCONCLUSIVE",
                                 "inconclusive": ["the token is refused", "everywhere"],
                                 "pacts": [
                                  {"pact": "a.json", "consumer": "a", "provider": "it", "pending": false, "verdict": "DOES_NOT_CONFORM",
                                   "interactions": [
                                    {"interaction": "kept", "pending": false, "verdict": "CONFORMS", "details": []},
                                    {"interaction": "broken <1>", "pending": false, "verdict": "DOES_NOT_CONFORM",
                                     "details": ["status: 500", "body $.a: \\"x\\" & more"]},
                                    {"interaction": "pending", "pending": true, "verdict": "DOES_NOT_CONFORM", "details": ["status: 404"]},
                                    {"interaction": "not run", "pending": false, "verdict": "INCONCLUSIVE", "details": []}]},
                                  {"pact": "b.json", "consumer": "b", "provider": "it", "pending": true, "verdict": "DOES_NOT_CONFORM",
                                   "interactions": [
                                    {"interaction": "broken <1>", "pending": false, "verdict": "DOES_NOT_CONFORM",
                                     "details": ["status: 500", "body $.a: \\"x\\" & more"]}]}]}
                                """));
        assertThat(VerificationReports.json(GOOD)).contains("\n  \"verdict\" : \"CONFORMS\"");
    }

    @Test
    void isASuiteForEachPactForCiServers() throws IOException {
        Path file = folder.resolve("junit.xml");
        VerificationReports.junit(ALL, file);

        assertThat(Files.readString(file).replace("><", ">\n<"))
                .isEqualTo(
                        """
                        <?xml version="1.0" encoding="UTF-8"?>
                        <testsuites>
                        <testsuite name="a with it" tests="4" failures="1" errors="1" skipped="1">
                        <testcase classname="a with it" name="kept">
                        </testcase>
                        <testcase classname="a with it" name="broken &lt;1&gt;">
                        <failure message="status: 500">status: 500
                        body $.a: "x" &amp; more</failure>
                        </testcase>
                        <testcase classname="a with it" name="pending">
                        <skipped message="status: 404">status: 404</skipped>
                        </testcase>
                        <testcase classname="a with it" name="not run">
                        <error message="">
                        </error>
                        </testcase>
                        </testsuite>
                        <testsuite name="b with it" tests="1" failures="0" errors="0" skipped="1">
                        <testcase classname="b with it" name="broken &lt;1&gt;">
                        <skipped message="status: 500">status: 500
                        body $.a: "x" &amp; more</skipped>
                        </testcase>
                        </testsuite>
                        <testsuite name="pacts" tests="1" failures="0" errors="1" skipped="0">
                        <testcase classname="pacts" name="are judged">
                        <error message="the token is refused">the token is refused
                        everywhere</error>
                        </testcase>
                        </testsuite>
                        </testsuites>"""
                                .stripIndent());
        VerificationReports.junit(GOOD, file);
        assertThat(Files.readString(file)).doesNotContain("are judged");
    }

    @Test
    void isAPageForPeople() throws IOException {
        Path file = folder.resolve("index.html");
        VerificationReports.html(ALL, file);

        assertThat(Files.readString(file).replace("><", ">\n<"))
                .isEqualTo(
                        """
                        <!DOCTYPE html>
                        <html lang="en">
                        <head>
                        <meta charset="UTF-8"/>
                        <title>Pacts: INCONCLUSIVE</title>
                        </head>
                        <body>
                        <h1>INCONCLUSIVE</h1>
                        <ul>
                        <li>the token is refused</li>
                        <li>everywhere</li>
                        </ul>
                        <h2>a with it</h2>
                        <h3>CONFORMS: kept</h3>
                        <h3>DOES_NOT_CONFORM: broken &lt;1&gt;</h3>
                        <ul>
                        <li>status: 500</li>
                        <li>body $.a: "x" &amp; more</li>
                        </ul>
                        <h3>DOES_NOT_CONFORM: pending (pending)</h3>
                        <ul>
                        <li>status: 404</li>
                        </ul>
                        <h3>INCONCLUSIVE: not run</h3>
                        <h2>b with it (pending)</h2>
                        <h3>DOES_NOT_CONFORM: broken &lt;1&gt;</h3>
                        <ul>
                        <li>status: 500</li>
                        <li>body $.a: "x" &amp; more</li>
                        </ul>
                        </body>
                        </html>"""
                                .stripIndent());
    }
}
