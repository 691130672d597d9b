package io.gatewayping.contract;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.ExtensionRegistryLite;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelProtoAbstractSyntaxTree;
import dev.cel.common.CelValidationException;
import dev.cel.expr.CheckedExpr;
import dev.cel.runtime.CelEvaluationException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The expressions of the contract as the build has parsed and checked them: nothing in the same text has to be parsed again at
 * each start. They stand in the jar beside what they were checked by.
 */
public final class ProvenRules {

    private static final String FILE = "openapi/proven.rules";

    /** Deeper than protobuf reads by itself. */
    private static final int DEPTH = 1000;

    private static final Map<String, CelAbstractSyntaxTree> TREES = read();

    private ProvenRules() {}

    /** What an expression was parsed into. */
    static Optional<CelAbstractSyntaxTree> tree(String expression) {
        return Optional.ofNullable(TREES.get(expression));
    }

    /** Keeps those of a contract, which compile, in a file. */
    public static void keep(Contract contract, Path file) throws IOException {
        try (OutputStream stream = Files.newOutputStream(file)) {
            CodedOutputStream out = CodedOutputStream.newInstance(stream);
            // The same contract makes the same jar.
            out.useDeterministicSerialization();
            for (String expression :
                    new TreeSet<>(expressions(contract.document()).toList())) {
                out.writeStringNoTag(expression);
                out.writeMessageNoTag(CelProtoAbstractSyntaxTree.fromCelAst(RuleProgram.parsed(expression))
                        .toCheckedExpr());
            }
            out.flush();
        } catch (CelValidationException | CelEvaluationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Stream<String> expressions(Document document) {
        Stream<Document.Located> rules = document.everywhere("x-rules")
                .flatMap(list -> list.items().stream())
                .flatMap(rule -> Stream.of(rule.child("when"), rule.child("rule")));
        Stream<Document.Located> shown = document.everywhere("shows")
                .flatMap(members -> members.members().stream().map(Map.Entry::getValue));
        return Stream.concat(
                Stream.of(RuleReader.ALWAYS),
                Stream.concat(rules, shown).map(Document.Located::text).filter(text -> !text.isEmpty()));
    }

    /** There are none where nothing was built, as in an editor. */
    private static Map<String, CelAbstractSyntaxTree> read() {
        Map<String, CelAbstractSyntaxTree> trees = new HashMap<>();
        try (InputStream stream = ProvenRules.class.getClassLoader().getResourceAsStream(FILE)) {
            if (stream == null) {
                return trees;
            }
            CodedInputStream in = CodedInputStream.newInstance(stream);
            in.setRecursionLimit(DEPTH);
            while (!in.isAtEnd()) {
                String expression = in.readString();
                CheckedExpr tree = in.readMessage(CheckedExpr.parser(), ExtensionRegistryLite.getEmptyRegistry());
                trees.put(
                        expression,
                        CelProtoAbstractSyntaxTree.fromCheckedExpr(tree).getAst());
            }
            return trees;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
