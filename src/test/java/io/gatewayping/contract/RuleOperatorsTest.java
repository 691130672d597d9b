package io.gatewayping.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import io.gatewayping.pattern.LinearPattern;
import io.gatewayping.pattern.Patterns;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each function and operator of rules by itself; rules share one compiler, while each test here makes its own. */
final class RuleOperatorsTest {

    private static final CelOptions OPTIONS =
            CelOptions.current().enableHeterogeneousNumericComparisons(true).build();
    private static final String BODY = "{\"two\":2,\"half\":0.5,\"list\":[1,2.0],\"map\":{\"a\":{\"b\":\"c\"}}}";

    private CelCompiler compiler;
    private CelRuntime runtime;

    @BeforeEach
    void make() {
        compiler = RuleLibrary.declaredIn(CelCompilerFactory.standardCelCompilerBuilder())
                .setOptions(OPTIONS)
                .addVar("self", SimpleType.DYN)
                .addVar("patterns", SimpleType.DYN)
                .build();
        runtime = RuleLibrary.boundIn(CelRuntimeFactory.plannerRuntimeBuilder())
                .setOptions(OPTIONS)
                .build();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "self.two < 2 | false",
                "self.two < 3 | true",
                "self.two <= 2 | true",
                "self.two <= 1 | false",
                "self.two > 2 | false",
                "self.two > 1 | true",
                "self.two >= 2 | true",
                "self.two >= 3 | false",
                "2 < self.two | false",
                "1 < self.two | true",
                "self.half < self.two | true",
                "self.half <= self.two | true",
                "self.half > self.two | false",
                "self.half >= self.two | false",
                "time('2025-05-20T13:34:57Z') <= time('2025-05-20T13:34:57Z') | true",
                "time('2025-05-20T13:34:57Z') > time('2025-05-20T13:34:57Z') | false",
                "time('2025-05-20T13:34:57Z') < time('2025-05-20T13:34:57Z') | false",
                "time('2025-05-20T13:34:56Z') < time('2025-05-20T13:34:57Z') | true",
                "time('2025-05-20T13:34:57Z') >= time('2025-05-20T13:34:57Z') | true",
                "self.half == 0.5 | true",
                "self.half == self.two | false",
                "self.half != self.two | true",
                "self.half != 0.5 | false",
                "self.half + self.half == 1 | true",
                "self.half + 1 == 1.5 | true",
                "decimal('0.5') + 1 == 1.5 | true",
                "1 + decimal('0.5') == 1.5 | true",
                "1.5 - decimal('0.5') == 1 | true",
                "decimal('0.5') * 4 == 2 | true",
                "self.two - self.half == decimal('1.5') | true",
                "self.two * self.half == 1 | true",
                "2.0 in self.list | true",
                "3 in self.list | false",
                "'a' in self.map | true",
                "'b' in self.map | false",
                "self.list == [1, 2] | true",
                "self.list == [2, 2] | false",
                "self.list == [1, 3] | false",
                "self.map == {'a': {'b': 'c'}} | true",
                "self.map == {'a': {'b': 'd'}} | false",
                "decimal.distance(self.two, self.half) == decimal('1.5') | true",
                "decimal.agree('5', '5.4') | true",
                "decimal.agree('5', '6') | false",
                "hosts.agree('a.example', 'A.example.') | true",
                "hosts.agree('a.example', 'b.example') | false",
                "'abc'.matches('b') | true",
                "matches('abc', '^b') | false",
                "texts(self) == ['c'] | true",
                "named(self, 'b') == ['c'] | true",
                "tells(patterns, 'a secret') | true",
                "tells(patterns, 'nothing') | false",
            })
    void isTrue(String rule, boolean truth) throws Exception {
        assertThat(evaluated(rule)).isEqualTo(truth);
    }

    @ParameterizedTest
    @ValueSource(strings = {"double('1') == 1.0", "timestamp('2025-05-20T13:34:57Z') == null"})
    void whatIsInexactIsNoFunction(String rule) {
        assertThatThrownBy(() -> compiler.compile(rule).getAst()).isInstanceOf(CelValidationException.class);
    }

    @Test
    void whatIsComparedIsOfOneKind() {
        assertThatThrownBy(() -> evaluated("self.two < time('2025-05-20T13:34:57Z')"))
                .isInstanceOf(CelEvaluationException.class);
    }

    private Object evaluated(String rule) throws Exception {
        Object body = CelValues.of(
                JsonBody.parse(BODY.getBytes(StandardCharsets.UTF_8)).value());
        Patterns secret = new Patterns(List.of(new LinearPattern("secret")));
        return runtime.createProgram(compiler.compile(rule).getAst()).eval(Map.of("self", body, "patterns", secret));
    }
}
