package io.gatewayping.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Blank means blank to a reader, and words are words, wherever the contract demands some; each case is told by its code points. */
final class BlankTest {

    private static final Contract CONTRACT = Contract.builtIn();

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "'', nothing",
        "20, a space",
        "A0, a no-break space",
        "3000, an ideographic space",
        "9 A B C D, controls of lines",
        "0, NUL",
        "85, NEL",
        "2028 2029, separators",
        "200B FEFF, spaces of no width",
        "AD, a soft hyphen",
        "61C, a mark of direction",
        "2066 2069, isolates",
        "2060 2064, joiners that nobody sees",
        "1BCA0, a control of shorthand",
        "1D173, a control of music",
        "1D159, a head of a note that is none",
        "FFFC, the place of an object",
        "FFF9 FFFB, anchors of annotations",
        "2800, a cell of Braille without dots",
        "3164, a Hangul filler",
        "115F 1160, fillers of Hangul syllables",
        "FFA0, a Hangul filler of half width",
        "17B4, a vowel of Khmer that nobody sees",
        "34F, a joiner of graphemes",
        "FE0F, a variation selector",
        "E0100, a variation selector of plane 14",
        "180B 180E, selectors of Mongolian",
        "E0020 E007F, tags",
        "E0001, a tag of language",
        "301, an accent without a letter",
        "1AB0, an accent that RE2/J does not know",
        "E000, private use",
        "F0000 10FFFD, planes of private use",
        "378, unassigned",
        "2065, unassigned and ignorable",
        "40000, a plane that is unassigned",
        "FDD0 FFFE FFFF 1FFFF, no characters",
        "13441 13442, blanks of hieroglyphs",
        "20 200B 3164 FE0F E0020 301, several of them",
    })
    void isNoWord(String codePoints, String what) {
        assertThat(refused(text(codePoints))).containsExactly("failReason", "destination", "message");
        assertThat(Blank.is(text(codePoints))).isTrue();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "61, a letter",
        "37, a digit",
        "2E, a full stop",
        "FFFD, a sign that something is lost",
        "E4, an umlaut",
        "75 308, an umlaut of two code points",
        "6545, a Chinese character",
        "30000 31350, Chinese characters of plane 3",
        "2EBF0, a Chinese character of 2023",
        "ACE0, a Hangul syllable",
        "1100 1161, a Hangul syllable of two code points",
        "110C 115F, a Hangul letter and a filler",
        "627, an Arabic letter",
        "202B 627 202C, an Arabic letter with marks of direction",
        "915 4D, a letter of Devanagari with a mark",
        "E01, a Thai letter",
        "1E900, a letter of Adlam",
        "10D00, a letter of Rohingya",
        "1C89, a Cyrillic letter of 2024",
        "A7C2, a Latin letter of 2019",
        "20C0, a sign of a currency of 2021",
        "1F600, an emoji",
        "1FAE8, an emoji of 2022",
        "2764 FE0F, a heart with a variation selector",
        "1F468 200D 1F4BB, an emoji of three code points",
        "1F3F4 E0067 E0062 E007F, a flag of tags",
        "31 FE0F 20E3, a key of a digit",
        "1D158, a head of a note",
        "2801, a cell of Braille with a dot",
        "2422, a sign for a blank",
        "20 3164 61, a letter among what nobody sees",
    })
    void isAWord(String codePoints, String what) {
        assertThat(refused(text(codePoints))).isEmpty();
        assertThat(Blank.is(text(codePoints))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u3164", "\uFFFC", "\uD834\uDD59", "\uDB40\uDC20"})
    void isNoMemberOfAStateThatPromisesEach(String text) {
        ServedState state = CONTRACT.state("a ping test has completed").orElseThrow();
        ObjectNode body = body("completed").put("rawOutput", text);

        assertThat(state.missing("200 COMPLETED", body)).containsExactly("rawOutput");
    }

    /** The members of answers that refuse a text. */
    private static List<String> refused(String text) {
        ObjectNode completed = body("completed");
        ((ObjectNode) completed.path("output")).put("destination", text);
        return Map.of(
                        "failReason", judged("failed", body("failed").put("failReason", text)),
                        "destination", judged("completed", completed),
                        "message", judged("bad-request", body("bad-request").put("message", text)))
                .entrySet()
                .stream()
                .filter(member -> !member.getValue().isEmpty())
                .map(Map.Entry::getKey)
                .sorted((left, right) -> "fdm".indexOf(left.charAt(0)) - "fdm".indexOf(right.charAt(0)))
                .toList();
    }

    private static List<BodySchema.Refusal> judged(String example, JsonNode body) {
        return CONTRACT.obligations(CONTRACT.underTest(), named(example).status())
                .schema()
                .judge(body, new HashMap<>());
    }

    private static ObjectNode body(String example) {
        return (ObjectNode) named(example).body().deepCopy();
    }

    private static Example named(String name) {
        return CONTRACT.examples(CONTRACT.underTest()).stream()
                .filter(example -> example.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static String text(String codePoints) {
        StringBuilder text = new StringBuilder();
        for (String each : codePoints.isEmpty() ? new String[0] : codePoints.split(" ", -1)) {
            text.appendCodePoint(Integer.parseInt(each, 16));
        }
        return text.toString();
    }
}
