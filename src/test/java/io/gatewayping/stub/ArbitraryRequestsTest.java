package io.gatewayping.stub;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatewayping.contract.Contract;
import io.gatewayping.contract.JsonBody;
import io.gatewayping.contract.Operation;
import io.gatewayping.exchange.Credential;
import io.gatewayping.exchange.Exchange;
import io.gatewayping.exchange.Key;
import io.gatewayping.exchange.Outcome;
import io.gatewayping.exchange.Redaction;
import io.gatewayping.exchange.Request;
import io.gatewayping.exchange.Response;
import io.gatewayping.judge.Judge;
import io.gatewayping.judge.Judgement;
import io.gatewayping.stub.Requests.Asked;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import tools.jackson.databind.JsonNode;

/** Whatever is asked, the stub answers as its contract has it, or that the contract has no such thing. */
final class ArbitraryRequestsTest {

    private static final Contract CONTRACT = Contract.builtIn();
    private static final Judge JUDGE = new Judge(CONTRACT);

    private static Stub stub;

    @BeforeContainer
    static void start() throws Stub.NotStarted {
        stub = Stub.start(CONTRACT, "127.0.0.1", 0, Requests.TOKEN);
    }

    @AfterContainer
    static void stop() {
        stub.close();
    }

    @Provide
    Arbitrary<Asked> requests() {
        return new Requests(CONTRACT).any();
    }

    @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
    void isAnsweredAsTheContractHasIt(@ForAll("requests") Asked asked) throws IOException {
        Wire.Answer answer = Wire.answer(stub.baseUrl(), asked.message());

        JsonNode body =
                JsonBody.parse(answer.body().getBytes(StandardCharsets.UTF_8)).value();
        assertThat(body).as(answer.body()).isNotNull();
        assertThat(answer.header("content-type")).isEqualTo("application/json");
        assertThat(answer.headers()).doesNotContainKeys("server", "x-powered-by", "access-control-allow-origin");
        assertThat(answer.body()).doesNotContain("java.", "io.gatewayping", "Exception");
        assertThat(answer.status()).isLessThan(500);
        Optional<Operation> operation = asked.operation();
        if (operation.isEmpty()) {
            assertThat(answer.status()).isEqualTo(404);
            assertThat(body.propertyNames()).containsExactly("errorCode", "message");
        } else if (!asked.method().equals(operation.get().method())) {
            assertThat(answer.status()).isEqualTo(405);
            assertThat(answer.header("allow")).isEqualTo(operation.get().method());
            assertThat(body.propertyNames()).containsExactly("errorCode", "message");
        } else {
            Judgement judgement = JUDGE.judge(exchange(asked, operation.get(), answer));
            assertThat(judgement.findings()).isEmpty();
            assertThat(judgement.unjudged()).isEmpty();
            assertThat(answer.status()).as("what is wanted of " + asked).isIn(asked.wanted());
        }
    }

    private static Exchange exchange(Asked asked, Operation operation, Wire.Answer answer) {
        Key key = asked.key().orElse(CONTRACT.keys().example());
        URI url = URI.create(stub.baseUrl() + operation.path(CONTRACT.keys().example()));
        Credential credential = asked.authorized() ? Credential.VALID_TOKEN : Credential.ANOTHER_TOKEN;
        return new Exchange(
                new Request(asked.method(), url, key, credential, ""),
                Outcome.answered(new Response(
                        answer.status(),
                        answer.headers(),
                        answer.body().replace(Requests.TOKEN, Redaction.TOKEN).getBytes(StandardCharsets.UTF_8))),
                Instant.EPOCH,
                Duration.ZERO);
    }
}
