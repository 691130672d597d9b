package io.gatewayping.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RedactionTest {

    private static final String SECRET = "s3cr3t/abcdefghij+KLMNOPQRST=uvwxyz";

    private final Redaction redaction = new Redaction(List.of(SECRET));

    @Test
    void aSecretBecomesItsName() {
        assertThat(redaction.redact("Bearer " + SECRET + ", again " + SECRET)).isEqualTo("Bearer $TOKEN, again $TOKEN");
    }

    @Test
    void anEncodedSecretBecomesItsName() {
        String base64 = Base64.getEncoder().encodeToString(SECRET.getBytes(StandardCharsets.UTF_8));
        String url = URLEncoder.encode(SECRET, StandardCharsets.UTF_8);

        assertThat(redaction.redact(base64 + " and " + url)).isEqualTo("$TOKEN and $TOKEN");
    }

    @ParameterizedTest
    @ValueSource(strings = {"u:", "me:", "you:"})
    void aPartOfBase64IsHidden(String before) {
        String base64 = Base64.getEncoder().encodeToString((before + SECRET).getBytes(StandardCharsets.UTF_8));

        assertThat(redaction.redact(base64)).contains("$TOKEN").hasSizeLessThan(20);
    }

    @Test
    void aSecretInTheEscapesOfJsonBecomesItsName() {
        String escaped = SECRET.replace("a", "\\u0061").replace("/", "\\/").replace("O", "\\u004F");

        assertThat(redacted("{\"message\":\"" + escaped + "\"}")).isEqualTo("{\"message\":\"$TOKEN\"}");
    }

    @Test
    void escapesThatHideNoSecretStayAsTheyAre() {
        assertThat(redacted("{\"a\":\"\\u0061\\/\"}")).isEqualTo("{\"a\":\"\\u0061\\/\"}");
    }

    private String redacted(String json) {
        return new String(redaction.redact(json.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8);
    }

    @Test
    void aPieceOfTenCharactersIsHidden() {
        assertThat(redaction.redact("ends in " + SECRET.substring(SECRET.length() - 10)))
                .isEqualTo("ends in ***");
    }

    @Test
    void aPieceOfTwentyCharactersIsAsGoodAsTheWhole() {
        assertThat(redaction.redact("starts with " + SECRET.substring(0, 20) + "…"))
                .isEqualTo("starts with $TOKEN…");
    }

    @Test
    void aShorterPieceIsNoSecret() {
        assertThat(redaction.redact(SECRET.substring(0, 9))).isEqualTo(SECRET.substring(0, 9));
    }

    @Test
    void bytesThatAreNoTextSurvive() {
        byte[] bytes = {(byte) 0xff, 0, (byte) 0xc3, (byte) 0x28};

        assertThat(redaction.redact(bytes)).isEqualTo(bytes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"authentication", "testing", "attest"})
    void aShortSecretIsNotSeenInsideAWord(String word) {
        assertThat(new Redaction(List.of("test")).redact(word)).isEqualTo(word);
    }

    @Test
    void aShortSecretIsSeenWhenItStandsAlone() {
        assertThat(new Redaction(List.of("test")).redact("token 'test'")).isEqualTo("token '$TOKEN'");
    }

    @Test
    void nothingIsNoSecret() {
        assertThat(new Redaction(List.of("")).redact("text")).isEqualTo("text");
    }
}
