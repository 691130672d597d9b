package io.gatewayping.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatewayping.exchange.Key;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an operation reads out of the path of a request, and what it puts into one. */
final class OperationTest {

    private static final String HEADERS =
            "{name: X-View, in: header, required: true, schema: {type: string}, example: full}, "
                    + "{name: X-Other, in: header, schema: {type: string}, example: none}, "
                    + "{name: 'a b', in: query, required: true, schema: {type: string}, example: 'c&d'}";

    /** Forms are kept for each path: this one no test has had before. */
    private final String base = "/" + UUID.randomUUID();

    private final Operation read = Contract.load(
                    Path.of("src/test/resources/contract/small.yaml"), text -> text.replace("/gateways/", base + "/")
                            .replace(
                                    "{$ref: '#/components/parameters/TaskId'}]",
                                    "{$ref: '#/components/parameters/TaskId'}, " + HEADERS + "]"))
            .underTest();

    @ParameterizedTest
    @CsvSource({
        "BASE/SN1/jobs/t-1, SN1, t-1",
        "/behind/a/proxyBASE/SN1/jobs/t-1, SN1, t-1",
        "BASE/S%4E%201/jobs/t+1, SN 1, t+1",
        "BASE/100%/jobs/%zz, 100%, %zz",
    })
    void readsTheKeyOfAPath(String path, String owner, String id) {
        Key key = read.key(path.replace("BASE", base)).orElseThrow();

        assertThat(key.value("serial-number")).isEqualTo(owner);
        assertThat(key.value("task-id")).isEqualTo(id);
        assertThat(read.serves("GET", path.replace("BASE", base))).isTrue();
        assertThat(read.serves("POST", path.replace("BASE", base))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"BASE/SN1/jobs", "BASE/SN1/jobs/", "BASE/SN1/jobs/t-1/", "BASE//jobs/t-1", "/SN1/jobs/t-1"})
    void readsNoneOfAnotherPath(String path) {
        assertThat(read.key(path.replace("BASE", base))).isEmpty();
        assertThat(read.serves("GET", path.replace("BASE", base))).isFalse();
    }

    @Test
    void asksWithWhatHasToBeSent() {
        assertThat(read.headers()).hasToString("{X-View=full}");
        assertThat(read.target(read.key(base + "/SN1/jobs/a%20$1").orElseThrow()))
                .isEqualTo(base + "/SN1/jobs/a%20%241?a%20b=c%26d");
    }
}
