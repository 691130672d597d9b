package io.gatewayping.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What looks for traces of a token finds them: all other tests rely on it. */
final class TokenTracesTest {

    private static final TokenTraces TRACES = new TokenTraces("Zq7-Vd3.Wk9/Ht2+Lm6~Bx4");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Zq7-Vd3.Wk",
                "Zq7-Vd3.Wk at the start",
                "in the Zq7-Vd3.Wk middle",
                "… behind what is no Latin: Zq7-Vd3.Wk",
                "a later piece: t2+Lm6~Bx4",
                "in a URL: Wk9%2FHt2%2BLm6",
                "in hexadecimal: 5a71372d5664",
                "in Base64: WnE3LVZkMy5Xazk"
            })
    void aPieceIsFoundWhereverItStands(String text) {
        assertThat(TRACES.in(text)).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({"''", "Zq7-Vd3.W", "zq7-vd3.wk", "Zq7-Vd3.Vd3.Wk9/H"})
    void whatIsShorterOrOtherIsNone(String text) {
        assertThat(TRACES.in(text)).isEmpty();
    }
}
