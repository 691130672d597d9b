package io.gatewayping.pact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** What looks like a secret in a pact, and where; the secret itself is never told. */
final class SecretsTest {

    private static final Secrets SECRETS =
            new Secrets(List.of("known-secret-of-this-process", "tenletters", "password"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "the known-secret-of-this-process | a secret of the environment",
                "the tenletters | a secret of the environment",
                "a password | ''",
                "eyJhbGciOiJI.eyJzdWIiOiIx.c2lnbmVk | a JSON Web Token",
                "-----BEGIN RSA PRIVATE KEY----- | a private key",
                "AKIAABCDEFGHIJKLMNOP | an AWS access key",
                "glpat-0123456789abcdefghij | an access token",
                "xoxb-0123456789 | a Slack token",
                "Basic bWU6bWluZQ== | a user's password in Base64",
                "Basic bWVtaW5l | ''",
                "Basic = | ''",
                "0123456789abcdefghij | ''",
            })
    void isKnownByItsShape(String text, String what) {
        assertThat(SECRETS.in(JsonMapper.shared().createObjectNode().put("a", text)))
                .isEqualTo(what.isEmpty() ? Map.of() : Map.of("/a", what));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "authorization | Bearer 0123456789abcdefghij | true",
                "authorization | Bearer 0123456789abcdefghi | false",
                "authorization | Bearer abcdefghijklmnopqrstuvwxyz | false",
                "Cookie | session=0123456789abcdefghij | true",
                "X-Api-Key | 0123456789abcdefghij | true",
                "X-Trace | 0123456789abcdefghij | false",
            })
    void isACredentialInAHeaderThatCarriesOne(String header, String value, boolean found) {
        String json = "{\"request\":{\"headers\":{\"" + header + "\":[\"x\",\"" + value + "\"]}}}";

        assertThat(SECRETS.in(JsonMapper.shared().readTree(json)))
                .isEqualTo(
                        found
                                ? Map.of("/request/headers/" + header + "/1", "a credential that somebody may use")
                                : Map.of());
    }

    @Test
    void isFoundInTheNameOfAMemberToo() {
        assertThat(
                        SECRETS.in(
                                JsonMapper.shared()
                                        .readTree(
                                                "{\"a/b~\":{\"glpat-0123456789abcdefghij\":1},\"c\":[1,null,[\"AKIAABCDEFGHIJKLMNOP\"]]}")))
                .isEqualTo(Map.of("/a~1b~0/***", "an access token", "/c/2/0", "an AWS access key"));
    }

    @Test
    void cannotBeReadWhereItIsHidden() {
        assertThat(SECRETS.hidden("a glpat-0123456789abcdefghij and known-secret-of-this-process"))
                .isEqualTo("a *** and $TOKEN");
        assertThat(SECRETS.hidden("a password")).isEqualTo("a password");
    }
}
