package io.gatewayping.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers are reckoned with to the last digit, up to a bound; texts are matched and sent up to one. */
final class ExactValuesTest {

    @Test
    void aNumberOfTenThousandDigitsIsTheLongest() {
        Decimal most = Decimal.of("9".repeat(10_000));

        assertThat(most.minus(most)).isEqualTo(Decimal.of(0));
        assertThatThrownBy(() -> most.plus(Decimal.of("1")).plus(most).plus(Decimal.of("7")))
                .isInstanceOf(ArithmeticException.class)
                .hasMessage("more than 10000 digits");
    }

    @Test
    void aLongerNumeralIsOnTheSameSideOfEachNumber() {
        Decimal most = Decimal.of("9".repeat(10_000));
        String noughts = "0".repeat(12_000);

        assertThat(Decimal.of("1" + noughts)).isGreaterThan(most);
        assertThat(Decimal.of("-1" + noughts)).isLessThan(Decimal.of(0));
        assertThat(Decimal.of("1" + noughts).distance(Decimal.of("200.873"))).isGreaterThan(Decimal.of(1));
        assertThat(Decimal.of(noughts + "5.25")).isEqualTo(Decimal.of("5.25"));
        assertThat(Decimal.of("5.25" + noughts)).isEqualTo(Decimal.of("5.25"));
        assertThat(Decimal.of("5." + noughts + "1"))
                .isGreaterThan(Decimal.of(5))
                .isLessThan(Decimal.of("5." + "0".repeat(9_997) + "1"));
        assertThat(Decimal.of("0." + noughts)).isEqualTo(Decimal.of(0));
        assertThat(Decimal.agree("200.873" + noughts, "200.873")).isTrue();
        assertThat(Decimal.agree("200.874" + noughts, "200.873")).isFalse();
        assertThat(Decimal.agree("1" + noughts, "200.873")).isFalse();
    }

    @Test
    void aNumberIsShownByItsDigits() {
        assertThat(Decimal.of("7.50")).hasToString("7.5");
    }

    @ParameterizedTest
    @CsvSource({"6.9694, 6.969, true", "200.873, 200.874, false", "5, 5.9, true", "5, 6, false", "5.0, 5.1, false"})
    void numeralsAgreeToTheDigitThatBothHave(String left, String right, boolean agree) {
        assertThat(Decimal.agree(left, right)).isEqualTo(agree);
        assertThat(Decimal.agree(right, left)).isEqualTo(agree);
    }

    @ParameterizedTest
    @CsvSource(
            ignoreLeadingAndTrailingWhitespace = false,
            value = {"a,true", "a b,true", "'',false", " a,false", "a ,false", "ä,false"})
    void aHeaderCarriesWhatIsVisible(String text, boolean sendable) {
        assertThat(ResponseHeader.isSendable(text)).isEqualTo(sendable);
    }

    @Test
    void numeralsAreToldApartAsFarAsTheyAreHeld() {
        String noughts = "0".repeat(9_999);

        assertThat(Decimal.of("+" + "9".repeat(10_000))).isGreaterThan(Decimal.of("+" + "9".repeat(9_999) + "8"));
        assertThat(Decimal.of("0." + noughts + "5")).isGreaterThan(Decimal.of("0." + noughts + "4"));
        assertThat(Decimal.of("0." + noughts + "10")).isGreaterThan(Decimal.of(0));
        assertThat(Decimal.of("0." + noughts + "15")).isEqualTo(Decimal.of("0." + noughts + "1"));
    }

    @Test
    void numeralsOfManyDigitsBeforeThePointAreHeldAsLongAsOthers() {
        String whole = "1".repeat(6_000) + ".";
        String noughts = "0".repeat(3_999);

        assertThat(Decimal.of(whole + noughts + "15")).isEqualTo(Decimal.of(whole + noughts + "1"));
        assertThat(Decimal.of(whole + noughts + "01")).isGreaterThan(Decimal.of("1".repeat(6_000)));
    }
}
