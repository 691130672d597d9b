package io.gatewayping.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatewayping.cli.GateProcess.Result;
import io.gatewayping.contract.Contract;
import io.gatewayping.stub.Stub;
import java.io.IOException;
import java.net.ServerSocket;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each step to a provider is told in a line, up to the first one that leads nowhere. */
final class DoctorTest {

    @Test
    void aStateChangeUrlIsTried() throws Stub.NotStarted {
        try (Stub stub = Stub.start(Contract.builtIn(), "127.0.0.1", 0, System.getenv("GATE_TOKEN"))) {
            Result well = GateProcess.run("doctor", "--base-url=" + stub.baseUrl());
            Result none = GateProcess.run("doctor", "--base-url=" + stub.baseUrl(), "--state-url=" + stub.baseUrl());

            assertThat(well.out())
                    .contains(
                            "  TCP        connected",
                            "  TLS        none",
                            "  state URL  http",
                            "  provider   answers, and does not refuse the token")
                    .containsOnlyOnce("  TCP  ");
            assertThat(well.exit()).isZero();
            assertThat(none.out()).contains("it answered 404", "cannot be run before that is mended");
            assertThat(none.exit()).isEqualTo(3);
        }
    }

    @Test
    void soIsTheToken() throws Stub.NotStarted {
        try (Stub stub = Stub.start(Contract.builtIn(), "127.0.0.1", 0, "a-token-of-the-stub")) {
            Result refused = GateProcess.run("doctor", "--base-url=" + stub.baseUrl());

            assertThat(refused.out())
                    .contains(
                            "  provider   the provider refuses the token with 401",
                            "cannot be run before that is mended");
            assertThat(refused.exit()).isEqualTo(3);
        }
    }

    @Test
    void anotherVersionOfTheApiIsTriedWhereItIsNamed() throws Stub.NotStarted {
        Contract later = Contract.builtIn(text -> text.replace("/v1alpha1/", "/v1/"));
        try (Stub stub = Stub.start(later, "127.0.0.1", 0, System.getenv("GATE_TOKEN"))) {
            String[] way = {
                "doctor", "--base-url=" + stub.baseUrl(), "--gateway=CNF7K9X0AB", "--poll-interval=1ms", "--rate=100"
            };
            Result unnamed = GateProcess.run(way);
            Result named = GateProcess.run(
                    Stream.concat(Stream.of(way), Stream.of("--api-version=v1")).toArray(String[]::new));

            assertThat(unnamed.exit()).isEqualTo(3);
            assertThat(named.out()).contains("all is well");
            assertThat(named.exit()).isZero();
        }
    }

    @Test
    void theFirstStepThatLeadsNowhereIsTheLast() throws IOException {
        int port;
        try (ServerSocket closed = new ServerSocket(0)) {
            port = closed.getLocalPort();
        }
        Result refused = GateProcess.run("doctor", "--base-url=http://127.0.0.1:" + port, "--gateway=CNF7K9X0AB");
        Result unknown = GateProcess.run("doctor", "--base-url=http://no-such-host.invalid", "--gateway=CNF7K9X0AB");
        Result dead =
                GateProcess.run("doctor", "--base-url=https://api.example.com", "--proxy=http://127.0.0.1:" + port);

        assertThat(refused.out()).contains("  TCP        nobody listens there").doesNotContain("  gateway");
        assertThat(refused.exit()).isEqualTo(3);
        assertThat(unknown.out()).contains("  name       no such host").doesNotContain("  TCP");
        assertThat(unknown.exit()).isEqualTo(3);
        assertThat(dead.out())
                .contains("  TCP        the proxy 127.0.0.1:" + port
                        + " cannot be reached (Connection refused): --proxy or");
        assertThat(dead.exit()).isEqualTo(3);
    }

    @Test
    void whoIsToBeTriedHasToBeSaid() {
        assertThat(GateProcess.run("doctor").err()).contains("gate doctor needs --base-url");
        assertThat(GateProcess.run("doctor").exit()).isEqualTo(2);
    }
}
