package io.gatewayping.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatewayping.contract.BodySchema.Refusal;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which clauses of a header there is something to judge by, and which of them are broken. */
final class ResponseHeaderTest {

    private final Contract small = Contract.load(Path.of("src/test/resources/contract/small.yaml"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "read | 200 | '' | '' | ''",
                "read | 200 | fast | X-Kind X-Kind/schema/enum | ''",
                "read | 200 | none | X-Kind X-Kind/schema/enum | X-Kind/schema/enum",
                "read | 200 | fast slow | X-Kind X-Kind/schema/enum | X-Kind",
                "begin | 201 | '' | X-Count/required | X-Count/required",
                "begin | 201 | 0 | X-Count X-Count/required X-Count/schema/minimum X-Count/schema/type | X-Count/schema/minimum",
            })
    void isJudgedWhereItIsThere(String operation, int status, String values, String judged, String broken) {
        Operation answering = operation.equals("read")
                ? small.underTest()
                : small.supporting().orElseThrow();
        ResponseHeader header = small.headers(answering, status).get(0);
        Set<String> evaluated = new TreeSet<>();
        List<Refusal> refusals = header.judge(values.isEmpty() ? List.of() : List.of(values.split(" ")), evaluated);
        String clauses = operation + "/responses/" + status + "/headers/";

        assertThat(String.join(" ", evaluated).replace(clauses, "")).isEqualTo(judged);
        assertThat(refusals)
                .extracting(refusal -> refusal.clause().replace(clauses, ""))
                .isEqualTo(broken.isEmpty() ? List.of() : List.of(broken.split(" ")));
        assertThat(refusals).extracting(Refusal::place).allMatch(place -> place.equals("header " + header.name()));
    }
}
