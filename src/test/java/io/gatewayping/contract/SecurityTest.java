package io.gatewayping.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatewayping.contract.Security.Demand;
import io.gatewayping.exchange.Credential;
import io.gatewayping.exchange.Scheme;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who is let in, and who is refused: where a token may be absent, some are neither. */
final class SecurityTest {

    @ParameterizedTest
    @CsvSource({
        "REQUIRED, VALID_TOKEN, true, false",
        "REQUIRED, NO_TOKEN, false, true",
        "REQUIRED, ANOTHER_TOKEN, false, true",
        "REQUIRED, TOKEN_IN_A_COOKIE, false, true",
        "OPTIONAL, VALID_TOKEN, true, false",
        "OPTIONAL, NO_TOKEN, true, false",
        "OPTIONAL, ANOTHER_TOKEN, false, true",
        "OPTIONAL, TOKEN_IN_A_COOKIE, false, false",
        "NONE, VALID_TOKEN, true, false",
        "NONE, NO_TOKEN, true, false",
        "NONE, ANOTHER_TOKEN, true, false",
    })
    void isDemanded(Demand demand, Credential credential, boolean admitted, boolean refused) {
        Security security = new Security(Scheme.BEARER, demand);

        assertThat(security.admits(credential)).isEqualTo(admitted);
        assertThat(security.refuses(credential)).isEqualTo(refused);
    }
}
