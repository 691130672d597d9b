package io.gatewayping.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;

final class CredentialTest {

    private static final String TOKEN = "eyJhbGciOiJIUzI1NiJ9.payload.signature";
    private static final Tokens TOKENS = new Tokens(TOKEN, "eyJhbGciOiJub25lIn0.of.old");

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "VALID_TOKEN")
    void onlyTheValidTokenIsValid(Credential credential) {
        assertThat(credential.isValidUnder(Scheme.BEARER)).isFalse();
        assertThat(credential.headers(Scheme.BEARER, TOKENS))
                .isNotEqualTo(Credential.VALID_TOKEN.headers(Scheme.BEARER, TOKENS));
    }

    @ParameterizedTest
    @EnumSource
    void whatIsSentIsKnownAgain(Credential credential) {
        String target = credential.target("/gateways/1", TOKENS);

        assertThat(Credential.presented(
                        Scheme.BEARER,
                        credential.headers(Scheme.BEARER, TOKENS),
                        URI.create(target).getRawQuery(),
                        TOKENS))
                .isEqualTo(credential);
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-API-Key", "x-api-key", "X-Auth-Token", "X-Access-Token"})
    void theHeaderOfAKeyHasNoCase(String header) {
        Scheme scheme = new Scheme(header, "");

        boolean key = header.equalsIgnoreCase("X-API-Key");
        assertThat(Credential.TOKEN_AS_AN_API_KEY.isValidUnder(scheme)).isEqualTo(key);
        assertThat(Credential.TOKEN_IN_THE_WRONG_HEADER.isValidUnder(scheme)).isEqualTo(!key);
        assertThat(Credential.presented(scheme, Map.of(header.toLowerCase(Locale.ROOT), TOKEN), null, TOKENS))
                .isEqualTo(Credential.VALID_TOKEN);
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "WHOLE")
    void aChangedTokenDiffersWhateverItIsMadeOf(TokenEdit edit) {
        for (String token : List.of("1234567890", "x", "A", "-._~+/==", "xx", "ab.CD")) {
            assertThat(edit.edited(token)).isNotEqualTo(token);
        }
    }

    /** The last character of Base64 may hold bits that no decoder reads; a changed one is another token to all of them. */
    @ParameterizedTest
    @ValueSource(strings = {"AA", "AAA", "Zg", "Zm8", "Zm9vYg"})
    void theLastCharacterOfBase64IsChangedByABitThatIsRead(String encoded) {
        String changed = TokenEdit.LAST_CHARACTER_CHANGED.edited(encoded);

        assertThat(Base64.getUrlDecoder().decode(changed))
                .isNotEqualTo(Base64.getUrlDecoder().decode(encoded));
    }

    @ParameterizedTest
    @EnumSource
    void theCommandThatShowsItAgainHoldsNoPieceOfTheToken(Credential credential) {
        String shell = credential.shell(Scheme.BEARER, TOKENS);

        assertThat(new Redaction(List.of(TOKEN)).redact(shell)).isEqualTo(shell);
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"NO_TOKEN", "ANOTHER_TOKEN"})
    void theCommandThatShowsItAgainSendsTheSame(Credential credential) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(
                "sh",
                "-c",
                "for it in " + credential.shell(Scheme.BEARER, TOKENS) + "; do printf '%s\\n' \"$it\"; done");
        builder.environment().put("TOKEN", TOKEN);
        builder.environment().put("EXPIRED_TOKEN", TOKENS.expired());
        Process process = builder.start();
        String arguments = new String(process.getInputStream().readAllBytes());
        process.waitFor();

        Stream<String> sent = Stream.concat(
                credential.headers(Scheme.BEARER, TOKENS).entrySet().stream()
                        .flatMap(header -> Stream.of("-H", header.getKey() + ": " + header.getValue())),
                credential.query(TOKENS).entrySet().stream()
                        .flatMap(it -> Stream.of("-G", "--data-urlencode", it.getKey() + "=" + it.getValue())));
        assertThat(arguments.lines()).containsExactlyElementsOf(sent.toList());
    }

    @Test
    void featuresNameItInWords() {
        assertThat(Credential.named("token cut short")).isEqualTo(Credential.TOKEN_CUT_SHORT);
        assertThat(Credential.TOKEN_CUT_SHORT.words()).isEqualTo("token cut short");
    }
}
