package io.gatewayping.contract;

import com.google.errorprone.annotations.Immutable;
import dev.cel.checker.CelStandardDeclarations;
import dev.cel.checker.CelStandardDeclarations.StandardFunction;
import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.types.CelType;
import dev.cel.common.types.OpaqueType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.runtime.CelFunctionBinding;
import dev.cel.runtime.CelFunctionOverload.Binary;
import dev.cel.runtime.CelRuntimeBuilder;
import dev.cel.runtime.CelStandardFunctions;
import io.gatewayping.pattern.Patterns;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What CEL lacks for exact rules: {@code decimal(value)}, {@code decimal.distance(value, value)},
 * {@code decimal.agree(text, text)}, {@code time(text)} and {@code hosts.agree(text, text)}; {@code texts(value)} and
 * {@code named(value, name)}, which look at any depth; {@code tells(patterns['…'], text)} by a list of the contract;
 * and operators that take what these give and the numbers of a body. What would be inexact, {@code double()} and
 * {@code timestamp()}, is no function of rules.
 */
final class RuleLibrary {

    private static final CelType DECIMAL = OpaqueType.create("decimal");

    private RuleLibrary() {}

    /** Whether the order of two values is the one that an operator asks for. */
    @Immutable
    @FunctionalInterface
    private interface Order {
        boolean holds(int order);
    }

    /** What rules may speak of. */
    static CelCompilerBuilder declaredIn(CelCompilerBuilder compiler) {
        compiler.setStandardEnvironmentEnabled(false)
                .setStandardDeclarations(CelStandardDeclarations.newBuilder()
                        .excludeFunctions(
                                StandardFunction.DOUBLE,
                                StandardFunction.TIMESTAMP,
                                StandardFunction.LESS,
                                StandardFunction.LESS_EQUALS,
                                StandardFunction.GREATER,
                                StandardFunction.GREATER_EQUALS)
                        .build())
                .addFunctionDeclarations(
                        declared("decimal", 1),
                        declared("decimal.distance", 2),
                        declared("time", 1),
                        declared("decimal.agree", 2),
                        declared("hosts.agree", 2),
                        declared("tells", 2),
                        declared("texts", 1),
                        declared("named", 2));
        // CEL has each for many pairs of types, which it compares with each other for each expression that it compiles.
        for (String comparison : List.of("_<_", "_<=_", "_>_", "_>=_")) {
            compiler.addFunctionDeclarations(declared(comparison, 2));
        }
        for (String operator : List.of("_+_", "_-_", "_*_")) {
            compiler.addFunctionDeclarations(declaredBesideLiterals(operator));
        }
        return compiler;
    }

    /** What a function takes and gives is known when it is evaluated, as all that comes from a body. */
    private static CelFunctionDecl declared(String name, int parameters) {
        return CelFunctionDecl.newFunctionDeclaration(
                name,
                CelOverloadDecl.newGlobalOverload(
                        name, SimpleType.DYN, Collections.nCopies(parameters, SimpleType.DYN)));
    }

    /** Beside a literal, CEL takes an operator for that of the literal's own type, unless it knows of another one. */
    private static CelFunctionDecl declaredBesideLiterals(String operator) {
        List<CelOverloadDecl> overloads = new ArrayList<>();
        for (CelType literal : List.of(SimpleType.INT, SimpleType.DOUBLE)) {
            overloads.add(CelOverloadDecl.newGlobalOverload(
                    operator + "decimal_" + literal.name(), SimpleType.DYN, DECIMAL, literal));
            overloads.add(CelOverloadDecl.newGlobalOverload(
                    operator + literal.name() + "_decimal", SimpleType.DYN, literal, DECIMAL));
        }
        return CelFunctionDecl.newFunctionDeclaration(operator, overloads);
    }

    /** What it means. */
    static CelRuntimeBuilder boundIn(CelRuntimeBuilder runtime) {
        runtime.setStandardFunctions(CelStandardFunctions.newBuilder()
                        .excludeFunctions(
                                CelStandardFunctions.StandardFunction.EQUALS,
                                CelStandardFunctions.StandardFunction.NOT_EQUALS,
                                CelStandardFunctions.StandardFunction.IN,
                                CelStandardFunctions.StandardFunction.MATCHES)
                        .build())
                .addFunctionBindings(
                        CelFunctionBinding.from("decimal", Object.class, Decimal::of),
                        CelFunctionBinding.from(
                                "decimal.distance", Object.class, Object.class, (left, right) -> Decimal.of(left)
                                        .distance(Decimal.of(right))),
                        CelFunctionBinding.from("time", String.class, Time::of),
                        CelFunctionBinding.from("decimal.agree", String.class, String.class, Decimal::agree),
                        CelFunctionBinding.from(
                                "hosts.agree", String.class, String.class, (left, right) -> Hosts.of(left)
                                        .agreeWith(Hosts.of(right))),
                        CelFunctionBinding.from("tells", Patterns.class, String.class, Patterns::tell),
                        CelFunctionBinding.from("texts", Object.class, Members::texts),
                        CelFunctionBinding.from("named", Object.class, String.class, Members::named));
        runtime.addFunctionBindings(new KeptPatterns().functions());
        addOperator(runtime, "_==_", List.of(binary("equals", Object.class, RuleLibrary::areEqual)));
        addOperator(
                runtime, "_!=_", List.of(binary("not_equals", Object.class, (left, right) -> !areEqual(left, right))));
        addOperator(
                runtime,
                "@in",
                List.of(
                        CelFunctionBinding.from("in_list", Object.class, List.class, RuleLibrary::isIn),
                        CelFunctionBinding.from(
                                "in_map", Object.class, Map.class, (key, map) -> map.containsKey(key))));
        addComparison(runtime, "_<_", order -> order < 0);
        addComparison(runtime, "_<=_", order -> order <= 0);
        addComparison(runtime, "_>_", order -> order > 0);
        addComparison(runtime, "_>=_", order -> order >= 0);
        addOperator(runtime, "_+_", numeric("_+_", Decimal::plus));
        addOperator(runtime, "_-_", numeric("_-_", Decimal::minus));
        addOperator(runtime, "_*_", numeric("_*_", Decimal::times));
        return runtime;
    }

    private static void addComparison(CelRuntimeBuilder runtime, String operator, Order order) {
        List<CelFunctionBinding> overloads = numeric(operator, (left, right) -> order.holds(left.compareTo(right)));
        overloads.add(binary(operator + "time", Time.class, (left, right) -> order.holds(left.compareTo(right))));
        addOperator(runtime, operator, overloads);
    }

    /** One for decimals, and two for a decimal beside a number of CEL's own. */
    private static List<CelFunctionBinding> numeric(String operator, Binary<Decimal, Decimal> meaning) {
        List<CelFunctionBinding> overloads = new ArrayList<>();
        overloads.add(binary(operator + "decimal", Decimal.class, meaning));
        overloads.add(CelFunctionBinding.from(
                operator + "decimal_number",
                Decimal.class,
                Number.class,
                (left, right) -> meaning.apply(left, Decimal.of(right))));
        overloads.add(CelFunctionBinding.from(
                operator + "number_decimal",
                Number.class,
                Decimal.class,
                (left, right) -> meaning.apply(Decimal.of(left), right)));
        return overloads;
    }

    private static <T> CelFunctionBinding binary(String id, Class<T> type, Binary<T, T> meaning) {
        return CelFunctionBinding.from(id, type, type, meaning);
    }

    private static void addOperator(CelRuntimeBuilder runtime, String operator, List<CelFunctionBinding> overloads) {
        runtime.addFunctionBindings(CelFunctionBinding.fromOverloads(operator, overloads));
    }

    private static boolean isIn(Object value, List<?> list) {
        return list.stream().anyMatch(item -> areEqual(item, value));
    }

    /** Numbers are equal by what they amount to, whatever they are made of, at any depth. */
    private static boolean areEqual(@Nullable Object left, @Nullable Object right) {
        if (left != null && right != null && Decimal.isNumber(left) && Decimal.isNumber(right)) {
            return Decimal.of(left).equals(Decimal.of(right));
        }
        if (left instanceof List<?> some && right instanceof List<?> others) {
            return some.size() == others.size() && everyIndex(some, others);
        }
        if (left instanceof Map<?, ?> some && right instanceof Map<?, ?> others) {
            return some.keySet().equals(others.keySet())
                    && some.entrySet().stream()
                            .allMatch(entry -> areEqual(entry.getValue(), others.get(entry.getKey())));
        }
        return Objects.equals(left, right);
    }

    private static boolean everyIndex(List<?> some, List<?> others) {
        for (int index = 0; index < some.size(); index++) {
            if (!areEqual(some.get(index), others.get(index))) {
                return false;
            }
        }
        return true;
    }
}
