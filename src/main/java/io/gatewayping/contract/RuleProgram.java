package io.gatewayping.contract;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.ast.CelReference;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.extensions.CelExtensions;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import io.gatewayping.contract.Ruling.Answer;
import io.gatewayping.pattern.Patterns;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A rule's expressions, compiled. Immutable, safe for use by many threads. */
public final class RuleProgram {

    private static final int MOST_ITERATIONS = 1_000_000;

    private static final CelOptions OPTIONS = CelOptions.current()
            .enableHeterogeneousNumericComparisons(true)
            .comprehensionMaxIterations(MOST_ITERATIONS)
            .build();
    private static final CelRuntime RUNTIME = RuleLibrary.boundIn(CelRuntimeFactory.plannerRuntimeBuilder())
            .setOptions(OPTIONS)
            .addLibraries(CelExtensions.strings(), CelExtensions.optional(), CelExtensions.regex())
            .build();

    /** The language, made when something is parsed. */
    private static final class Language {
        private static final CelCompiler COMPILER = RuleLibrary.declaredIn(
                        CelCompilerFactory.standardCelCompilerBuilder())
                .setOptions(OPTIONS)
                .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
                .addVar("self", SimpleType.DYN)
                .addVar("oldSelf", SimpleType.DYN)
                .addVar("request", SimpleType.DYN)
                .addVar("patterns", SimpleType.DYN)
                .addVar("oldRequest", SimpleType.DYN)
                .addVar("sent", SimpleType.DYN)
                .addVar("elsewhere", SimpleType.DYN)
                .addLibraries(
                        CelExtensions.strings(),
                        CelExtensions.bindings(),
                        CelExtensions.optional(),
                        CelExtensions.regex())
                .build();
    }

    private final Expression when;
    private final Expression rule;
    private final Map<String, Patterns> patterns;

    private RuleProgram(Expression when, Expression rule, Map<String, Patterns> patterns) {
        this.when = when;
        this.rule = rule;
        this.patterns = patterns;
    }

    /** An expression, compiled, and the variables and functions that it names. */
    private record Expression(CelRuntime.Program program, Set<String> names) {
        boolean isTrue(Map<String, Object> variables) throws CelEvaluationException {
            if (program.eval(variables) instanceof Boolean truth) {
                return truth;
            }
            throw new CelEvaluationException("neither true nor false");
        }
    }

    /** Compiles the rules of one contract, where the same text stands more than once. */
    static final class Compiler {

        private final Map<String, Patterns> patterns;
        private final Map<String, Expression> compiled = new HashMap<>();
        private final Set<String> lists = new HashSet<>();

        /**
         * Compiles rules.
         *
         * @param patterns the lists that they may speak of, by name
         */
        Compiler(Map<String, Patterns> patterns) {
            this.patterns = patterns;
        }

        /**
         * Compiles a rule.
         *
         * @param when when the rule applies; {@code true} for always
         * @param rule what must hold then
         * @throws CelValidationException when one is no CEL
         */
        RuleProgram compile(String when, String rule) throws CelValidationException, CelEvaluationException {
            RuleProgram program = new RuleProgram(expression(when), expression(rule), patterns);
            return program.names("patterns") ? program : new RuleProgram(program.when, program.rule, Map.of());
        }

        /** The lists that rules speak of. */
        Set<String> lists() {
            return lists;
        }

        private Expression expression(String text) throws CelValidationException, CelEvaluationException {
            Expression known = compiled.get(text);
            if (known == null) {
                CelAbstractSyntaxTree tree = compiled(text);
                lists.addAll(NamedPatterns.lists(tree, patterns.keySet()));
                known = new Expression(
                        RUNTIME.createProgram(tree),
                        tree.getReferenceMap().values().stream()
                                .map(CelReference::name)
                                .collect(Collectors.toUnmodifiableSet()));
                compiled.put(text, known);
            }
            return known;
        }
    }

    /** Whether it speaks of the response before. */
    public boolean isTransition() {
        return names("oldSelf");
    }

    /** Whether it speaks of what was asked for. */
    boolean asksForRequest() {
        return names("request");
    }

    /** Judges. */
    public Ruling judge(RuleInput input) {
        try {
            Map<String, Object> variables = variables(input);
            if (!when.isTrue(variables)) {
                return Ruling.of(Answer.SILENT);
            }
            return Ruling.of(rule.isTrue(variables) ? Answer.HOLDS : Answer.BROKEN);
        } catch (CelEvaluationException e) {
            return Ruling.none(e.getMessage());
        }
    }

    /** An expression that is no rule, in the same language. */
    static CelRuntime.Program program(String expression) throws CelValidationException, CelEvaluationException {
        return RUNTIME.createProgram(compiled(expression));
    }

    private static CelAbstractSyntaxTree compiled(String expression)
            throws CelValidationException, CelEvaluationException {
        Optional<CelAbstractSyntaxTree> proven = ProvenRules.tree(expression);
        return proven.isPresent() ? proven.get() : parsed(expression);
    }

    /** An expression, parsed and checked. */
    static CelAbstractSyntaxTree parsed(String expression) throws CelValidationException, CelEvaluationException {
        CelAbstractSyntaxTree tree = Language.COMPILER.compile(expression).getAst();
        NamedPatterns.check(tree);
        return tree;
    }

    private Map<String, Object> variables(RuleInput input) {
        if (patterns.isEmpty()) {
            return input.variables();
        }
        Map<String, Object> all = new HashMap<>(input.variables());
        all.put("patterns", patterns);
        return all;
    }

    private boolean names(String variable) {
        return when.names().contains(variable) || rule.names().contains(variable);
    }
}
