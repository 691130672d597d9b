package io.gatewayping.contract;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.cel.common.navigation.CelNavigableAst;
import dev.cel.common.navigation.CelNavigableExpr;
import dev.cel.runtime.CelEvaluationException;
import io.gatewayping.pattern.RulePattern;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The patterns of an expression, and the lists of patterns that it names: whether they are any is told when the contract is
 * read, not by the first answer that they are held against.
 */
final class NamedPatterns {

    private static final Set<String> MATCHING = Set.of("matches", "regex.extract", "regex.extractAll");

    /** CEL's own, which compiles whatever it is given. */
    private static final String REPLACING = "regex.replace";

    private static final String LISTS = "patterns";

    private NamedPatterns() {}

    /**
     * Holds the patterns that are written out in an expression to what they may be.
     *
     * @throws CelEvaluationException when one is none
     */
    static void check(CelAbstractSyntaxTree tree) throws CelEvaluationException {
        for (CelExpr call : calls(tree)) {
            String function = call.call().function();
            if (MATCHING.contains(function) || function.equals(REPLACING)) {
                Optional<String> pattern = text(call.call().args().get(patternOf(call)));
                if (pattern.isEmpty() && function.equals(REPLACING)) {
                    throw new CelEvaluationException("the pattern of " + REPLACING + " is not written out");
                }
                @Nullable String problem = pattern.map(RulePattern::problem).orElse(null);
                if (problem != null) {
                    throw new CelEvaluationException(problem + ": " + pattern.orElse(""));
                }
            }
        }
    }

    /** The pattern is the last argument, or the one before what stands in its place. */
    private static int patternOf(CelExpr call) {
        int isCalledOn = call.call().target().isPresent() ? 0 : 1;
        return call.call().function().equals("matches") ? isCalledOn : 1;
    }

    /**
     * The lists that an expression names.
     *
     * @param known those that there are
     * @throws CelEvaluationException when it names another, or none
     */
    static Set<String> lists(CelAbstractSyntaxTree tree, Set<String> known) throws CelEvaluationException {
        Set<String> named = new HashSet<>();
        // What is left is named by what is known of an answer only, or not at all.
        long others = CelNavigableAst.fromAst(tree)
                .getRoot()
                .allNodes()
                .filter(node -> isLists(node.expr()))
                .count();
        for (CelExpr call : calls(tree)) {
            List<CelExpr> args = call.call().args();
            Optional<String> name = call.call().function().equals("_[_]") && isLists(args.get(0))
                    ? text(args.get(1))
                    : Optional.empty();
            if (name.isPresent()) {
                if (!known.contains(name.get())) {
                    throw new CelEvaluationException("no list of patterns is called " + name.get());
                }
                named.add(name.get());
                others--;
            }
        }
        if (others > 0) {
            throw new CelEvaluationException("a list of patterns is named as patterns['name']");
        }
        return named;
    }

    private static List<CelExpr> calls(CelAbstractSyntaxTree tree) {
        return CelNavigableAst.fromAst(tree)
                .getRoot()
                .allNodes()
                .filter(node -> node.getKind() == Kind.CALL)
                .map(CelNavigableExpr::expr)
                .toList();
    }

    private static boolean isLists(CelExpr expression) {
        return expression.getKind() == Kind.IDENT && expression.ident().name().equals(LISTS);
    }

    private static Optional<String> text(CelExpr expression) {
        return expression.getKind() == Kind.CONSTANT && expression.constant().getKind() == CelConstant.Kind.STRING_VALUE
                ? Optional.of(expression.constant().stringValue())
                : Optional.empty();
    }
}
