package io.gatewayping.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The tools of others read the contract as it is read here: Swagger Parser stands behind most of them. */
final class SwaggerParserTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "openapi/gateway-ping.yaml",
                "src/test/resources/traceroute/traceroute.yaml",
                "src/test/resources/cable/cable-test.yaml"
            })
    void findsNothingWrong(String file) {
        SwaggerParseResult parsed = read(file);

        assertThat(parsed.getMessages()).isEmpty();
    }

    @Test
    void seesTheSameOperation() {
        Contract contract = Contract.builtIn();
        OpenAPI document = read("openapi/gateway-ping.yaml").getOpenAPI();

        Operation operation = document.getPaths().values().stream()
                .flatMap(path -> path.readOperations().stream())
                .filter(it -> it.getOperationId().equals(contract.underTest().id()))
                .findFirst()
                .orElseThrow();
        assertThat(operation.getParameters())
                .extracting(Parameter::getName)
                .containsExactlyInAnyOrderElementsOf(
                        contract.keys().example().parameters().keySet());
        assertThat(operation.getResponses().keySet())
                .containsExactlyInAnyOrderElementsOf(contract.underTest().responses().keySet().stream()
                        .map(String::valueOf)
                        .toList());
    }

    private static SwaggerParseResult read(String file) {
        ParseOptions resolving = new ParseOptions();
        resolving.setResolve(true);
        resolving.setResolveFully(true);
        return new OpenAPIV3Parser().readLocation(file, null, resolving);
    }
}
