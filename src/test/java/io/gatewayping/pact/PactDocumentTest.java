package io.gatewayping.pact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is a pact, and what is none. */
final class PactDocumentTest {

    private static final String PARTIES = "\"consumer\":{\"name\":\"a\"},\"provider\":{\"name\":\"b\"}";

    private static final String VERSION = ",\"interactions\":[],\"metadata\":{\"pactSpecification\":{\"version\":";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "<html> | no JSON: ",
                "{\"a\":1,\"a\":2} | no JSON: Duplicate",
                "{} | no pact: it names no consumer or no provider",
                "{\"consumer\":{\"name\":\"a\"}} | no pact: it names no consumer or no provider",
                "{\"provider\":{\"name\":\"a\"}} | no pact: it names no consumer or no provider",
                "{" + PARTIES + VERSION
                        + "\"5.0\"}}} | its metadata.pactSpecification.version is \"5.0\": versions \"1.0\" to",
                "{" + PARTIES + VERSION + "4}}} | its metadata.pactSpecification.version is 4: versions \"1.0\" to",
                "{" + PARTIES + VERSION
                        + "\"\"}}} | its metadata.pactSpecification.version is \"\": versions \"1.0\" to",
            })
    void isNoPact(String text, String why) {
        assertThatThrownBy(() -> PactDocument.parse("it", text))
                .isInstanceOf(UnreadablePact.class)
                .hasMessageStartingWith("it: " + why);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.0", "1.1.0", "2.0.0", "3.0", "3.0.0", "4.0", "4.1"})
    void isOfAnyVersionThatThereIs(String version) throws UnreadablePact {
        assertThat(PactDocument.parse("it", "{" + PARTIES + VERSION + "\"" + version + "\"}}}")
                        .interactions())
                .isEmpty();
    }

    @Test
    void isReadFromAFileThatIsThere() throws Exception {
        Path file = Files.writeString(folder.resolve("a.json"), "{" + PARTIES + ",\"interactions\":[]}");

        assertThat(PactDocument.read(file).source()).isEqualTo(file.toString());
        assertThatThrownBy(() -> PactDocument.read(folder.resolve("none.json")))
                .hasMessage(folder.resolve("none.json") + ": there is no such file");
        assertThatThrownBy(() -> PactDocument.read(folder)).hasMessageStartingWith(folder + ": it cannot be read: ");
    }

    @Test
    void holdsInteractionsOverHttpAndOthers() throws UnreadablePact, IOException {
        PactDocument pact = PactDocument.parse(
                "it",
                "{" + PARTIES
                        + """
                        , "metadata": {"pactSpecification": {"version": "4.0"}}, "interactions": [
                          {"type": "Synchronous/HTTP", "description": "x", "request": {"method": "GET", "path": "/"},
                           "response": {"status": 200}},
                          {"type": "Asynchronous/Messages", "description": "y", "contents": {"content": "x"}}]}
                        """);

        assertThat(pact.consumer()).isEqualTo("a");
        assertThat(pact.provider()).isEqualTo("b");
        assertThat(pact.interactions()).extracting(it -> it.getDescription()).containsExactly("x");
        assertThat(pact.others()).isEqualTo(1);
        assertThat(PactDocument.parse("it", "{" + PARTIES + ",\"messages\":[{\"description\":\"y\"}]}")
                        .others())
                .isEqualTo(1);
    }

    @Test
    void saysAgainstAnAnswerWhatIsWrongAndWhere() {
        assertThat(new Refusal("body $.a", "it is missing", true)).hasToString("body $.a: it is missing");
        assertThat(new Refusal("", "it is missing", true)).hasToString("it is missing");
    }
}
