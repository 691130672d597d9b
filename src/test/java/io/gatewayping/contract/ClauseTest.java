package io.gatewayping.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which keyword of a schema a clause stands for, and which patterns its id is like. */
final class ClauseTest {

    @ParameterizedTest
    @CsvSource({
        "SCHEMA, /components/schemas/A/properties/b/minimum, minimum",
        "SCHEMA, /components/schemas/A/required/12, required",
        "HEADER, /components/headers/B/schema/pattern, pattern",
        "RULE, /components/schemas/A/x-rules/0, ''",
        "STATUS, /paths/a/get/responses, ''",
    })
    void isNamedByItsPlace(Clause.Kind kind, String place, String keyword) {
        assertThat(new Clause("id", place, Basis.DERIVED, "", kind, false).keyword())
                .isEqualTo(keyword);
    }

    @ParameterizedTest
    @CsvSource({
        "A/properties/b/type, A/properties/b/type, true",
        "A/properties/b/type, A/properties/*/type, true",
        "A/properties/b/type, A/*, false",
        "A/properties/b/type, A/properties/b/typ, false",
        "A.b, A*b, true",
        "Axb, A.*, false",
    })
    void isLikeAPattern(String id, String pattern, boolean like) {
        assertThat(Clause.isLike(id, pattern)).isEqualTo(like);
    }
}
