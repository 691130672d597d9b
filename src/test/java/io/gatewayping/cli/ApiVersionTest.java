package io.gatewayping.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The version in the paths of a contract, however that is written. */
final class ApiVersionTest {

    @Test
    void standsInThePlaceOfItsOwn() {
        assertThat(new ApiVersion("v1").instead("v1alpha1").apply("\t\"/api/v1alpha1/jobs/v1alpha1x\": {}"))
                .isEqualTo("\t\"/api/v1/jobs/v1alpha1x\": {}");
    }

    @ParameterizedTest
    @CsvSource({"v2, /api/v1/jobs", "'', http://127.0.0.1", "'', //"})
    void needsAVersionInThePaths(String own, String contract) {
        assertThatThrownBy(() -> new ApiVersion("v1").instead(own).apply(contract))
                .isInstanceOf(UsageError.class)
                .hasMessage("--api-version needs a contract whose paths hold the version of its info");
    }
}
