package io.gatewayping.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.core.plugin.HtmlFormatter;
import io.cucumber.core.plugin.MessageFormatter;
import io.cucumber.plugin.Plugin;
import io.gatewayping.contract.Contract;
import io.gatewayping.exchange.Limits;
import io.gatewayping.exchange.Poller;
import io.gatewayping.exchange.Sender;
import io.gatewayping.exchange.Tokens;
import io.gatewayping.exchange.Transport;
import io.gatewayping.gate.Features;
import io.gatewayping.gate.Gate;
import io.gatewayping.gate.Provider;
import io.gatewayping.gate.Seed;
import io.gatewayping.gate.Verdict;
import io.gatewayping.state.ByStateUrl;
import io.gatewayping.state.ProviderStates;
import io.gatewayping.stub.Stub;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each message is put into JSON once, in the same words as Cucumber's own plugins use. */
final class CucumberReportsTest {

    @ParameterizedTest
    @CsvSource({"let-me-in, CONFORMS", "let-me-out, DOES_NOT_CONFORM"})
    void areThoseOfCucumber(String token, Verdict verdict, @TempDir Path folder) throws Exception {
        Path page = folder.resolve("page");
        Path lines = folder.resolve("lines");
        Path pageOfCucumber = folder.resolve("page of Cucumber");
        Path linesOfCucumber = folder.resolve("lines of Cucumber");
        assertThat(verdict(
                        token,
                        features("shape.feature", null),
                        new CucumberReports(page, lines),
                        new HtmlFormatter(Files.newOutputStream(pageOfCucumber)),
                        new MessageFormatter(Files.newOutputStream(linesOfCucumber))))
                .isEqualTo(verdict);

        assertThat(lines).hasSameTextualContentAs(linesOfCucumber);
        assertThat(page).hasSameTextualContentAs(pageOfCucumber);
        assertThat(Files.readString(lines)).contains(verdict == Verdict.CONFORMS ? "PASSED" : "FAILED");
    }

    @Test
    void tellOfNoFeatureThatNobodyAskedFor(@TempDir Path folder) throws Exception {
        Path lines = folder.resolve("lines");

        verdict("let-me-in", features("", "@shape-01"), new CucumberReports(folder.resolve("page"), lines));

        assertThat(Files.readAllLines(lines))
                .filteredOn(line -> line.startsWith("{\"gherkinDocument\""))
                .hasSize(1)
                .first()
                .asString()
                .contains("features/shape.feature");
    }

    private static Features features(String name, @Nullable String tags) {
        return new Features(List.of(Path.of("features", name).toUri().toString()), tags, 1);
    }

    private static Verdict verdict(String token, Features features, Plugin... plugins) throws Exception {
        Contract contract = Contract.builtIn();
        try (Stub stub = Stub.start(contract, "127.0.0.1", 0, "let-me-in");
                Transport transport = new Transport(new Limits(Duration.ofSeconds(10)))) {
            Provider provider = new Provider(
                    new Sender(
                            transport,
                            stub.baseUrl(),
                            contract.underTest().security().scheme(),
                            Tokens.ofOurOwn(token),
                            contract.words()),
                    new ByStateUrl(contract.keys(), new ProviderStates(transport, stub.stateUrl(), token)),
                    new Poller(Clock.systemUTC(), pause -> {}, Duration.ofSeconds(30)));
            return new Gate(contract, new Seed(1), List.of())
                    .run(provider, features, List.of(), plugins)
                    .verdict();
        }
    }
}
