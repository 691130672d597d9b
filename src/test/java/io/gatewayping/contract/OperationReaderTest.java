package io.gatewayping.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which operations a contract may have beside the one under test. */
final class OperationReaderTest {

    private static final String START = "  /gateways/{serial-number}/jobs:\n";
    private static final String READ = "  /gateways/{serial-number}/jobs/{task-id}:\n";

    private String small;

    @BeforeEach
    void read() throws IOException {
        small = Files.readString(Path.of("src/test/resources/contract/small.yaml"));
    }

    @Test
    void nobodyNeedsToStartATask() {
        Contract unstarted = Contract.parse(
                "small.yaml", small.substring(0, small.indexOf(START)) + small.substring(small.indexOf(READ)));

        assertThat(unstarted.underTest().id()).isEqualTo("read");
        assertThat(unstarted.supporting()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/gateways/{serial-number}/jobs/{task-id}/end | post | serial-number task-id"
                        + " | one operation starts a task, and by another one that is x-supporting nothing is judged",
                "/gateways/{serial-number}/jobs/{task-id}/end | delete | serial-number task-id | a task is started by POST",
                "/gateways/{serial-number}/begin | put | serial-number | a task is started by POST",
            })
    void nothingButAStartSupports(String path, String method, String parameters, String message) {
        assertThatThrownBy(() -> Contract.parse("small.yaml", with(path, method, parameters)))
                .isInstanceOf(InvalidContract.class)
                .hasMessageEndingWith(": " + message);
    }

    @Test
    void aTaskIsStartedWhereItsIdIsNotKnown() {
        String with = with("/gateways/{serial-number}/jobs/{task-id}/end", "post", "serial-number task-id");
        String spoiled = with.substring(0, with.indexOf(START)) + with.substring(with.indexOf(READ));

        assertThatThrownBy(() -> Contract.parse("small.yaml", spoiled))
                .isInstanceOf(InvalidContract.class)
                .hasMessage("small.yaml: /paths/~1gateways~1{serial-number}~1jobs~1{task-id}~1end/post:"
                        + " a task is started where its id, task-id, is not known yet");
    }

    private String with(String path, String method, String parameters) {
        String operation =
                "  " + path + ":\n    " + method + ":\n      operationId: another\n      x-supporting: true\n"
                        + "      parameters: ["
                        + (parameters.contains("task-id") ? "{$ref: '#/components/parameters/TaskId'}, " : "")
                        + "{$ref: '#/components/parameters/SerialNumber'}]\n"
                        + "      responses:\n        '200': {description: OK, content: {application/json: {schema: {type: object}, "
                        + "examples: {another: {value: {}}}}}}\n"
                        + "        '401': {$ref: '#/components/responses/Refused'}\n";
        return small.replace("components:\n  securitySchemes", operation + "components:\n  securitySchemes");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "operationId: read | operationId: read; x-supporting: true"
                        + " | /paths: exactly one operation is under test; mark the one that starts a task x-supporting: true",
                "/gateways/{serial-number}/jobs: | /gateways/{serial-number}/{queue}:"
                        + " | /paths/~1gateways~1{serial-number}~1{queue}/post: the operation under test has no path parameter queue",
                "/gateways/{serial-number}/jobs: | /gateways/{task-id}/jobs/{serial-number}:"
                        + " | /paths/~1gateways~1{serial-number}~1jobs~1{task-id}/get: its path is of the same form as"
                        + " /gateways/{task-id}/jobs/{serial-number}",
            })
    void othersAreToldFromIt(String good, String bad, String message) {
        String parameter = "parameters: [{$ref: '#/components/parameters/SerialNumber'}]";
        String queue = "{name: queue, in: path, required: true, schema: {type: string}, example: q}";
        String more = bad.contains("{queue}")
                ? ", " + queue
                : bad.contains("{task-id}") ? ", {$ref: '#/components/parameters/TaskId'}" : "";
        String spoiled = small.replace(good, bad.replace("; ", "\n      "))
                .replace(parameter, parameter.replace("]", more + "]"));

        assertThatThrownBy(() -> Contract.parse("small.yaml", spoiled))
                .isInstanceOf(InvalidContract.class)
                .hasMessage("small.yaml: " + message);
    }
}
