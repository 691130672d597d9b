package io.gatewayping.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UnsupportedEncodingException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
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
                "\\\\u%04x",
                "%%25%02x",
                "%%2525%02X",
                "\\x%02x",
                "\\x%02X",
                "\\\\x%02x",
                "\\%03o",
                "\\\\%03o",
                "%c\u200b",
                "%c\u00e2\u0080\u008b",
                "%c\\u200b",
                "%c%%E2%%80%%8B",
                "%c&#8203;",
                "%c&#x200B;");
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
            value = {
                "%02x | ' '",
                "%02X | :",
                "%02x | -",
                "%02x | ','",
                "%d | ','",
                "%d | ', '",
                "%d | ;",
                "%d | '; '",
                "0x%02x | ', '",
                "0x%02X | ,",
                "0x%02x | ' '",
                "%c | ' '",
                "%c | ','",
                "%c | ' - '",
                "%c | '\",\"'",
                "%c | '\", \"'",
            })
    void aListOfItsCharactersBecomesItsName(String form, String between) {
        String list = SECRET.chars().mapToObj(c -> String.format(form, c)).collect(Collectors.joining(between));

        assertThat(redaction.redact("[" + list + "]")).contains("$TOKEN").hasSizeLessThan(12);
    }

    @Test
    void listsOnLinesOfTheirOwnBecomeItsName() {
        String characters = String.join("\",\n  \"", SECRET.split(""));
        String codes = SECRET.chars().mapToObj(String::valueOf).collect(Collectors.joining(",\n  "));

        assertThat(redaction.redact("[\n  \"" + characters + "\"\n]")).isEqualTo("[\n  \"$TOKEN\"\n]");
        assertThat(redaction.redact("[\n  " + codes + "\n]")).isEqualTo("[\n  $TOKEN\n]");
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 8})
    void groupsOfItsBytesBecomeItsName(int size) {
        String hex = HexFormat.of().formatHex(SECRET.getBytes(StandardCharsets.UTF_8));

        assertThat(redaction.redact("<" + hex.replaceAll("(.{" + size + "})(?=.)", "$1 ") + ">"))
                .isEqualTo("<$TOKEN>");
    }

    @Test
    void aSecretInAnotherCaseBecomesItsName() {
        assertThat(redaction.redact(SECRET.toUpperCase(Locale.ROOT) + " and " + SECRET.toLowerCase(Locale.ROOT)))
                .isEqualTo("$TOKEN and $TOKEN");
        assertThat(redaction.redact("cut " + SECRET.toUpperCase(Locale.ROOT).substring(4, 25)))
                .isEqualTo("cut $TOKEN");
        assertThat(redaction.redact("cut " + SECRET.toUpperCase(Locale.ROOT).substring(4, 22)))
                .isEqualTo("cut " + SECRET.toUpperCase(Locale.ROOT).substring(4, 22));
        assertThat(new Redaction(List.of("Abcdefghijklm")).redact("it is ABCDEFGHIJKLM."))
                .isEqualTo("it is $TOKEN.");
    }

    @Test
    void whatTheContractSaysInAnotherCaseIsNoPieceOfASecret() {
        Redaction beside = new Redaction(List.of("gateway-ping-developers-token-1"), "Gateway-Ping-Developers-Guide");

        assertThat(beside.redact("GATEWAY-PING-DEVELOPERS-")).isEqualTo("GATEWAY-PING-DEVELOPERS-");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20",
                "[10, 20, 30, 40, 50, 60, 70, 80, 90, 100, 110]",
                "12;34;56;78;90;12;34;56;78;90;12;34;56;78;90",
                "{\"marks\":[\"a\",\"b\",\"c\",\"d\",\"e\",\"f\"]}",
                "f81d4fae-7dec-11d0-a765-00a0c91e6bf6, 550e8400-e29b-41d4-a716-446655440000",
                "2026-11-27T00:33:23.123Z 2026-11-27 00:33:23 1764203603 00:1b:44:11:3a:b7",
                "64 bytes from 8.8.8.8: icmp_seq=1 ttl=57 time=11.2 ms\\n4 packets transmitted, 1 received",
                "A token of a caller, who is known, is neither shown nor kept. It is as it was \u2013 na\u00efve\u200b.",
                "100 %25 of C:\\101\\x41 50 %",
                "dead beef cafe f00d dead beef cafe f00d",
            })
    void whatHidesNoSecretStaysAsItIs(String text) {
        assertThat(redaction.redact(text)).isEqualTo(text);
        assertThat(redacted(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"ab ", "a ", "120, ", "5178 ", "\\x4", "%25", "\u200b", "\\u200", "a\",\"", "\\1", "aB3cr3T/"})
    void aLongTextTakesNoLongerForItsForm(String part) {
        String text = part.repeat(200_000) + "zz.";

        assertThat(redaction.redact(text)).isEqualTo(text);
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
