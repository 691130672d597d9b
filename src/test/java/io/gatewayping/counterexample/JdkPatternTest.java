package io.gatewayping.counterexample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the JDK is given means what ECMA-262 says of a pattern, where the JDK itself has something else by that name. */
final class JdkPatternTest {

    private static Stream<Arguments> means() {
        return Stream.of(
                arguments("^a$", "a\n", false),
                arguments("^(a$|b)", "a\n", false),
                arguments("^.$", "\u0085", true),
                arguments("^.$", "\u2028", false),
                arguments("^.$", "\r", false),
                arguments("^\\.$", "b", false),
                arguments("^\\s$", "\u00A0", true),
                arguments("^\\s$", "\u200B", false),
                arguments("^\\S$", "\uFEFF", false),
                arguments("^[\\s-.]+$", "\u3000-.", true),
                arguments("^[^\\s.]$", "\u3000", false),
                arguments("^[^\\s.]$", ".", false),
                arguments("^[^\\s.]$", "a", true),
                arguments("^[^\\S.]$", "\u3000", true),
                arguments("^[^\\S.]$", ".", false),
                arguments("\\bb", "\u00E9b", true),
                arguments("b\\B", "b\u00E9", false),
                arguments("b\\Bb", "bb", true),
                arguments("^\\v$", "\n", false),
                arguments("^[\\v]$", "\u000B", true),
                arguments("^[\\b]$", "\b", true),
                arguments("^\\cj$", "\n", true),
                arguments("^[\\cJ]$", "\n", true),
                arguments("^\\0$", "\0", true),
                arguments("^\\u{0000041}[\\u{1F600}]$", "A\uD83D\uDE00", true),
                arguments("^[^]$", "\n", true),
                arguments("^[^]$", "", false),
                arguments("[]|a", "b", false),
                arguments("^[[a&&b]+$", "[&", true),
                arguments("^[a^$.(?<b>{2}]+$", "^$.(?<b>{2}", true),
                arguments("^[\\]]]$", "]]", true),
                arguments("^a{,2}{x}$", "a{,2}{x}", true),
                arguments("^a{1,2}b{2}c{0,}$", "aabb", true),
                arguments("^(?<a_1$>b)(?:c)$", "bc", true),
                arguments("^\\p{Letter}\\p{gc=Lu}\\P{General_Category=Decimal_Number}$", "aBc", true),
                arguments("^\\p{Letter}$", "1", false),
                arguments("^[\\p{Any}]$", "\n", true),
                arguments("^\\P{Any}$", "\n", false),
                arguments("^\\p{ASCII}\\p{Assigned}$", "ab", true),
                arguments("^\\P{Assigned}$", "a", false),
                arguments("^\\\\s\\\\[.]$", "\\s\\.", true));
    }

    @ParameterizedTest
    @MethodSource
    void means(String pattern, String text, boolean finds) {
        assertThat(JdkPattern.of(pattern).matcher(text).find()).isEqualTo(finds);
    }
}
