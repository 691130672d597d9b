package io.gatewayping.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What lets us into a broker, and what of it nobody else may see. */
final class BrokerAccessTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "null",
            value = {
                "null | null | null | null | ''",
                "t0k | null | null | Bearer t0k | t0k",
                "null | me | mine | Basic bWU6bWluZQ== | mine bWU6bWluZQ==",
                "null | me | null | Basic bWU6 | bWU6",
                "null | null | mine | null | mine",
            })
    void isATokenOrAUser(String token, String user, String password, String header, String secrets) {
        BrokerAccess access =
                new BrokerAccess(URI.create("http://broker"), token, user, password, Duration.ofSeconds(1));

        assertThat(access.authorization()).isEqualTo(header);
        assertThat(access.secrets()).isEqualTo(secrets.isEmpty() ? List.of() : List.of(secrets.split(" ")));
        assertThat(access).hasToString("http://broker");
    }
}
