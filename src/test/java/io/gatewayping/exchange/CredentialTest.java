package io.gatewayping.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;

final class CredentialTest {

    private static final String TOKEN = "eyJhbGciOiJIUzI1NiJ9.payload.signature";

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "VALID_TOKEN")
    void onlyTheValidTokenIsValid(Credential credential) {
        assertThat(credential.headers(Scheme.BEARER, TOKEN))
                .isNotEqualTo(Credential.VALID_TOKEN.headers(Scheme.BEARER, TOKEN));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1234567890", "x", "A"})
    void aChangedTokenDiffersWhateverItIsMadeOf(String token) {
        assertThat(List.of(
                        Credential.TOKEN_WITH_ONE_CHARACTER_CHANGED.headers(Scheme.BEARER, token),
                        Credential.TOKEN_WITH_ONE_CASE_CHANGED.headers(Scheme.BEARER, token)))
                .doesNotContain(Map.of("Authorization", "Bearer " + token));
    }

    @ParameterizedTest
    @EnumSource
    void theCommandThatShowsItAgainHoldsNoPieceOfTheToken(Credential credential) {
        String shell = credential.shell(Scheme.BEARER, TOKEN);

        assertThat(new Redaction(List.of(TOKEN)).redact(shell)).isEqualTo(shell);
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"NO_TOKEN", "ANOTHER_TOKEN"})
    void theCommandThatShowsItAgainSendsTheSame(Credential credential) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(
                "sh", "-c", "set -- " + credential.shell(Scheme.BEARER, TOKEN) + "; printf %s \"$2\"");
        builder.environment().put("TOKEN", TOKEN);
        Process process = builder.start();
        String header = new String(process.getInputStream().readAllBytes());
        process.waitFor();

        Map.Entry<String, String> sent =
                credential.headers(Scheme.BEARER, TOKEN).entrySet().iterator().next();
        assertThat(header).isEqualTo(sent.getKey() + ": " + sent.getValue());
    }

    @Test
    void featuresNameItInWords() {
        assertThat(Credential.named("token cut short")).isEqualTo(Credential.TOKEN_CUT_SHORT);
        assertThat(Credential.TOKEN_CUT_SHORT.words()).isEqualTo("token cut short");
    }
}
