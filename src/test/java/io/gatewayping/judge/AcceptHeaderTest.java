package io.gatewayping.judge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a request accepts, in the spellings that HTTP has for it. */
final class AcceptHeaderTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "application/json | true",
                "Application/JSON | true",
                "application/* | true",
                "*/* | true",
                "text/html, application/json;charset=utf-8 | true",
                "text/html , application/json ; q=0.001 | true",
                "application/json;q=1, */*;q=0 | true",
                "application/json;q=0, application/json | true",
                "a/b;title=\"x, y\", application/json | true",
                "application/json-patch+json | false",
                "application/*+json | false",
                "xapplication/json | false",
                "json | false",
                "application/json;q=0 | false",
                "application/json; Q = 0.000 , */* | false",
                "application/*;q=0, */* | false",
                "application/*, application/json;q=0 | false",
                "*/*;q=0, application/* | true",
                "text/*;title=\"application/json, */*\" | false",
                "text/html, | false",
                "application/ json | false",
            })
    void isReadAsHttpHasIt(String accept, boolean admitted) {
        assertThat(AcceptHeader.parse(accept).admits("application/json")).isEqualTo(admitted);
    }
}
