package io.gatewayping.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UnsupportedEncodingException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
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

    static Stream<String> escapes() {
        return Stream.of(
                "%%%02x",
                "%%%02X",
                "&#x%x;",
                "&#X%04X;",
                "&#%d;",
                "&#%05d;",
                "\\u%04x",
                "\\u%04X",
                "\\u0000\\u%04x",
                "\\\\u%04x");
    }

    @ParameterizedTest
    @MethodSource("escapes")
    void anEscapedSecretBecomesItsName(String escape) {
        String escaped = SECRET.chars().mapToObj(c -> String.format(escape, c)).collect(Collectors.joining());

        assertThat(redaction.redact("<" + escaped + ">")).contains("$TOKEN").hasSizeLessThan(10);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"%02x | ' '", "%02X | :", "%02x | -", "%d | ,", "%d | ', '"})
    void aListOfItsBytesBecomesItsName(String form, String between) {
        String bytes = SECRET.chars().mapToObj(c -> String.format(form, c)).collect(Collectors.joining(between));

        assertThat(redaction.redact("[" + bytes + "]")).contains("$TOKEN").hasSizeLessThan(12);
    }

    @ParameterizedTest
    @CsvSource({
        "5, false",
        "test, false",
        "Success, false",
        "aaaaaaaaaaaaaaaaaaaa, false",
        "2025-05-20T13:34:57.099357263Z, false",
        "eyJhbGciOiJIUzI1NiJ9.payload, true",
    })
    void onlyWhatIsLongAndRandomTells(String token, boolean tells) {
        assertThat(Redaction.isTelling(token, "startTime: 2025-05-20T13:34:57.099357263Z"))
                .isEqualTo(tells);
    }

    @Test
    void whatTheContractSaysIsNoPieceOfASecret() {
        Redaction beside = new Redaction(List.of("HPE_GRAVITY_DEV_TOKEN_1"), "HPE_GRAVITY_TASK_NOT_FOUND");

        assertThat(beside.redact("HPE_GRAVITY_UNAUTHORIZED")).isEqualTo("HPE_GRAVITY_UNAUTHORIZED");
        assertThat(beside.redact("It is HPE_GRAVITY_DEV_TOKEN_1.")).doesNotContain("DEV_TOKEN");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE", "x-UTF-16LE-BOM"})
    void aSecretOfWideCharactersBecomesItsName(String charset) throws UnsupportedEncodingException {
        byte[] redacted = redaction.redact(("<" + SECRET + ">").getBytes(charset));

        assertThat(new String(redacted, StandardCharsets.ISO_8859_1))
                .contains("$TOKEN")
                .hasSizeLessThan(25);
    }

    @Test
    void aSecretInHexadecimalBecomesItsName() {
        HexFormat hex = HexFormat.of();
        byte[] bytes = SECRET.getBytes(StandardCharsets.UTF_8);

        assertThat(redaction.redact(
                        hex.formatHex(bytes) + " " + hex.withUpperCase().formatHex(bytes)))
                .isEqualTo("$TOKEN $TOKEN");
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
        assertThat(redacted("{\"a\":\"\\u0061\\/%2f&#47;\"}")).isEqualTo("{\"a\":\"\\u0061\\/%2f&#47;\"}");
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
