package io.gatewayping.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatewayping.broker.BrokerAccess;
import java.util.Map;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** What lets us in comes from the environment, and has to be one thing. */
final class BrokerOptionTest {

    @Test
    void isATokenOrAUser() {
        BrokerAccess token = access(Map.of("PACT_BROKER_TOKEN", " a token\n", "PACT_BROKER_USERNAME", " "));
        BrokerAccess user = access(Map.of("PACT_BROKER_USERNAME", "me", "PACT_BROKER_PASSWORD", "secret"));

        assertThat(token.token()).isEqualTo("a token");
        assertThat(token.user()).isNull();
        assertThat(user.token()).isNull();
        assertThat(user.user()).isEqualTo("me");
        assertThat(user.password()).isEqualTo("secret");
    }

    @Test
    void isNotBoth() {
        assertThatThrownBy(() -> access(Map.of("PACT_BROKER_TOKEN", "a", "PACT_BROKER_USERNAME", "me")))
                .isInstanceOf(UsageError.class)
                .hasMessage("PACT_BROKER_TOKEN and PACT_BROKER_USERNAME are both set: a broker takes one of them; unset"
                        + " the other");
    }

    @Test
    void isForAUrlWithBlanksAroundIt() {
        assertThat(access(Map.of()).url()).hasToString("http://127.0.0.1:1");
    }

    private static BrokerAccess access(Map<String, String> environment) {
        BrokerOption option = new BrokerOption();
        new CommandLine(option).parseArgs("--broker-base-url", " http://127.0.0.1:1\n");
        return option.access(environment);
    }
}
