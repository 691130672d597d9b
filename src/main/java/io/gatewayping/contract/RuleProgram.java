package io.gatewayping.contract;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.extensions.CelExtensions;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import java.util.HashMap;
import java.util.Map;

/** A rule's expressions, compiled. */
public final class RuleProgram {

    private static final CelOptions OPTIONS =
            CelOptions.current().enableHeterogeneousNumericComparisons(true).build();
    private static final CelCompiler COMPILER = RuleLibrary.declaredIn(CelCompilerFactory.standardCelCompilerBuilder())
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
                    CelExtensions.strings(), CelExtensions.bindings(), CelExtensions.optional(), CelExtensions.regex())
            .build();
    private static final CelRuntime RUNTIME = RuleLibrary.boundIn(CelRuntimeFactory.plannerRuntimeBuilder())
            .setOptions(OPTIONS)
            .addLibraries(CelExtensions.strings(), CelExtensions.optional(), CelExtensions.regex())
            .build();

    private final CelRuntime.Program when;
    private final CelRuntime.Program rule;
    private final boolean transition;
    private final Map<String, Patterns> patterns;

    private RuleProgram(
            CelRuntime.Program when, CelRuntime.Program rule, boolean transition, Map<String, Patterns> patterns) {
        this.when = when;
        this.rule = rule;
        this.transition = transition;
        this.patterns = patterns;
    }

    /**
     * Compiles a rule.
     *
     * @param when when the rule applies; {@code true} for always
     * @param rule what must hold then
     * @param patterns the lists that it may speak of, by name
     * @throws CelValidationException when one is no CEL
     */
    static RuleProgram compile(String when, String rule, Map<String, Patterns> patterns)
            throws CelValidationException, CelEvaluationException {
        CelAbstractSyntaxTree whenTree = COMPILER.compile(when).getAst();
        CelAbstractSyntaxTree ruleTree = COMPILER.compile(rule).getAst();
        return new RuleProgram(
                RUNTIME.createProgram(whenTree),
                RUNTIME.createProgram(ruleTree),
                names("oldSelf", whenTree) || names("oldSelf", ruleTree),
                names("patterns", whenTree) || names("patterns", ruleTree) ? patterns : Map.of());
    }

    /** Whether it speaks of the response before. */
    public boolean isTransition() {
        return transition;
    }

    /**
     * Judges.
     *
     * @throws NotEvaluated when there is no answer, as to a question about a member that is not there
     */
    public Ruling judge(RuleInput input) throws NotEvaluated {
        try {
            Map<String, Object> variables = variables(input);
            if (!truth(when.eval(variables))) {
                return Ruling.SILENT;
            }
            return truth(rule.eval(variables)) ? Ruling.HOLDS : Ruling.BROKEN;
        } catch (CelEvaluationException e) {
            throw new NotEvaluated(String.valueOf(e.getMessage()), e);
        }
    }

    /** An expression that is no rule, in the same language. */
    static CelRuntime.Program program(String expression) throws CelValidationException, CelEvaluationException {
        return RUNTIME.createProgram(COMPILER.compile(expression).getAst());
    }

    private Map<String, Object> variables(RuleInput input) {
        if (patterns.isEmpty()) {
            return input.variables();
        }
        Map<String, Object> all = new HashMap<>(input.variables());
        all.put("patterns", patterns);
        return all;
    }

    private static boolean truth(Object value) throws CelEvaluationException {
        if (value instanceof Boolean truth) {
            return truth;
        }
        throw new CelEvaluationException("neither true nor false");
    }

    private static boolean names(String variable, CelAbstractSyntaxTree tree) {
        return tree.getReferenceMap().values().stream()
                .anyMatch(reference -> reference.name().equals(variable));
    }

    /** A rule could not be evaluated. */
    public static final class NotEvaluated extends Exception {
        private static final long serialVersionUID = 1L;

        NotEvaluated(String reason, Throwable cause) {
            super(reason, cause);
        }
    }
}
