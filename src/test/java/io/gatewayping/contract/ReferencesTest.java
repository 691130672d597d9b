package io.gatewayping.contract;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** How much a contract may come to, references in it followed. */
final class ReferencesTest {

    /** What a reference and what stands around it come to themselves, by the way that they are counted. */
    @ParameterizedTest
    @CsvSource({"9998, 1", "4998, 2"})
    void asMuchAsIsReadIsTaken(int items, int lists) {
        assertThatCode(() -> References.check(referringTo(items, lists, 1))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({"9999, 1", "4999, 2"})
    void moreOfOneComponentIsRefused(int items, int lists) {
        assertThatThrownBy(() -> References.check(referringTo(items, lists, 1)))
                .isInstanceOf(InvalidContract.class)
                .hasMessage("a.json: /paths/0/$ref: leads to more than 10000 parts, references in it followed");
    }

    /** Each reference is two parts itself; what stands around them, and the component, are 10004 more. */
    @ParameterizedTest
    @CsvSource({"0, true", "1, false"})
    void noMoreIsTakenInAll(int more, boolean taken) {
        Document document = referringTo(9998, 1, 18, 200_000 - 10_004 - 18 * 10_002 + more);

        if (taken) {
            assertThatCode(() -> References.check(document)).doesNotThrowAnyException();
        } else {
            assertThatThrownBy(() -> References.check(document))
                    .isInstanceOf(InvalidContract.class)
                    .hasMessage("a.json: /: more than 200000 parts, references in it followed");
        }
    }

    private static Document referringTo(int items, int lists, int references) {
        return referringTo(items, lists, references, 0);
    }

    private static Document referringTo(int items, int lists, int references, int more) {
        String list = "[" + String.join(",", Collections.nCopies(items, "1")) + "]";
        String component = lists == 1
                ? "{\"required\":" + list + "}"
                : "{\"allOf\":[" + String.join(",", Collections.nCopies(lists, list)) + "]}";
        String reference = "{\"$ref\":\"#/components/schemas/S\"}";
        String others = ",1".repeat(more);
        String text = "{\"paths\":[" + String.join(",", Collections.nCopies(references, reference)) + others
                + "],\"components\":{\"schemas\":{\"S\":" + component + "}}}";
        return new Document("a.json", text, JsonMapper.shared().readTree(text));
    }
}
