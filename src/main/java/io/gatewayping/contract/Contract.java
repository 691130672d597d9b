package io.gatewayping.contract;

import io.gatewayping.contract.Document.Located;
import io.gatewayping.contract.Operation.Answer;
import io.gatewayping.exchange.Exchange;
import io.gatewayping.exchange.Response;
import io.gatewayping.exchange.Timeline;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The contract: one OpenAPI document, its clauses, and the judgement by them. Immutable, safe for use by many threads.
 */
public final class Contract {

    private static final String BUILT_IN = "openapi/gateway-ping.yaml";

    private final List<Operation> operations;
    private final Map<String, Clause> clauses = new LinkedHashMap<>();
    private final Map<String, Obligations> obligations = new LinkedHashMap<>();
    private final Map<String, List<Rule>> responseRules = new LinkedHashMap<>();
    private final Map<String, List<Example>> examples = new LinkedHashMap<>();
    private final Map<String, ServedState> states = new LinkedHashMap<>();
    private final Map<String, String> parameterExamples = new LinkedHashMap<>();
    private final Set<String> terminal;
    private final Document document;
    private final ContractProof proof;

    private Contract(Document document) {
        this.document = document;
        OperationReader reader = new OperationReader(document);
        operations = reader.operations();
        List<Operation> underTestFirst = new ArrayList<>(operations);
        underTestFirst.sort((left, right) -> Boolean.compare(left.supporting(), right.supporting()));
        readObligations(document, underTestFirst);
        underTestFirst.forEach(operation -> examples.put(operation.id(), reader.examples(operation)));
        document.at("/components/parameters")
                .members()
                .forEach(parameter -> parameterExamples.put(
                        parameter.getValue().child("name").text(),
                        parameter.getValue().child("example").text()));
        readStates(document);
        terminal = document.at("/components/schemas/PingTest/properties/status/x-terminal").items().stream()
                .map(Located::text)
                .collect(Collectors.toUnmodifiableSet());
        proof = new ContractProof(this, document);
        proof.check();
    }

    /** The contract that this program was built with. */
    public static Contract builtIn() {
        try (InputStream stream = Contract.class.getClassLoader().getResourceAsStream(BUILT_IN)) {
            if (stream == null) {
                throw new IllegalStateException("built without " + BUILT_IN);
            }
            return parse(BUILT_IN, new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Loads a contract.
     *
     * @throws InvalidContract when it cannot be read, is no valid OpenAPI 3.1, or does not hold what it says of itself
     */
    public static Contract load(Path file) {
        try {
            return parse(file.toString(), Files.readString(file));
        } catch (NoSuchFileException e) {
            throw new InvalidContract(file.toString(), "/", "there is no such file");
        } catch (IOException e) {
            throw new InvalidContract(file.toString(), "/", "it cannot be read: " + e);
        }
    }

    /**
     * Reads a contract.
     *
     * @param file its name, for messages
     * @throws InvalidContract when it is no valid OpenAPI 3.1 or does not hold what it says of itself
     */
    static Contract parse(String file, String text) {
        return new Contract(Document.read(file, text));
    }

    private void readObligations(Document document, List<Operation> operationsInOrder) {
        BodySchema.Registry registry = new BodySchema.Registry(document);
        RuleReader ruleReader = new RuleReader(document);
        Map<String, Clause> schemaClauses = new LinkedHashMap<>();
        for (Operation operation : operationsInOrder) {
            Basis basis = SchemaClauses.basis(document, operation.place(), Basis.INFERRED);
            operationClauses(operation, basis).forEach(clause -> add(document, clause));
            SchemaClauses found = new SchemaClauses(document, operation.supporting());
            operation.responses().forEach((status, answer) -> found.add(answer.schema(), basis));
            found.byKeyword().forEach((keyword, clause) -> {
                if (schemaClauses.putIfAbsent(keyword, clause) == null) {
                    add(document, clause);
                }
            });
            responseRules.put(operation.id(), ruleReader.rules(operation.place()));
            responseRules.get(operation.id()).forEach(rule -> add(document, rule.clause(operation.supporting())));
            operation
                    .responses()
                    .values()
                    .forEach(answer ->
                            obligations.computeIfAbsent(answer.schema().pointer(), place -> {
                                List<Rule> rules = ruleReader.rules(answer.schema());
                                rules.forEach(rule -> add(document, rule.clause(operation.supporting())));
                                return new Obligations(place, registry.at(place, schemaClauses), rules);
                            }));
        }
    }

    private static List<Clause> operationClauses(Operation operation, Basis basis) {
        String place = operation.place().pointer();
        boolean supporting = operation.supporting();
        List<Clause> found = new ArrayList<>();
        found.add(new Clause(
                operation.securityClause(),
                place + "/security",
                basis,
                "without a valid bearer token the answer is 401",
                Clause.Kind.SECURITY,
                supporting));
        found.add(new Clause(
                operation.statusClause(),
                place + "/responses",
                basis,
                "the status is one of " + operation.responses().keySet(),
                Clause.Kind.STATUS,
                supporting));
        operation
                .responses()
                .forEach((status, answer) -> found.add(new Clause(
                        operation.contentClause(status),
                        answer.place().child("content").pointer(),
                        basis,
                        "the body of " + status + " is JSON and its Content-Type says so",
                        Clause.Kind.CONTENT,
                        supporting)));
        return found;
    }

    private void readStates(Document document) {
        for (Map.Entry<String, Located> entry :
                document.root().child("x-provider-states").members()) {
            List<Example> serves = new ArrayList<>();
            for (Located name : entry.getValue().child("serves").items()) {
                serves.add(example(name.text())
                        .orElseThrow(
                                () -> document.invalid(name.pointer(), "no example is called '" + name.text() + "'")));
            }
            if (serves.isEmpty()) {
                throw document.invalid(entry.getValue().pointer(), "a state serves at least one example");
            }
            String other = entry.getValue().child("otherSerialNumber").text();
            ServedState state = new ServedState(entry.getKey(), serves, other.isEmpty() ? null : other);
            states.put(entry.getKey(), state);
            add(
                    document,
                    new Clause(
                            state.clause(),
                            entry.getValue().pointer(),
                            Basis.DERIVED,
                            "in the state '" + state.name() + "' the answer is "
                                    + String.join(", then ", state.outcomes()),
                            Clause.Kind.STATE,
                            false));
        }
        states.values().stream()
                .filter(state -> state.otherSerialNumber() != null && !states.containsKey(state.otherSerialNumber()))
                .findFirst()
                .ifPresent(state -> {
                    throw document.invalid(
                            "/x-provider-states", "no state is called '" + state.otherSerialNumber() + "'");
                });
    }

    private void add(Document document, Clause clause) {
        Clause other = clauses.putIfAbsent(clause.id(), clause);
        if (other != null && !other.place().equals(clause.place())) {
            throw document.invalid(
                    clause.place(), "the id " + clause.id() + " is used at " + other.place() + " already");
        }
    }

    /** Every clause, those of the operation under test first. */
    public Collection<Clause> clauses() {
        return clauses.values();
    }

    /** The operation under test. */
    public Operation underTest() {
        return operations.stream()
                .filter(operation -> !operation.supporting())
                .findFirst()
                .orElseThrow();
    }

    /** The operation that serves the one under test. */
    public Optional<Operation> supporting() {
        return operations.stream().filter(Operation::supporting).findFirst();
    }

    List<Operation> operations() {
        return operations;
    }

    /** The provider states, in the order of the contract. */
    public Collection<ServedState> states() {
        return states.values();
    }

    /** A state by its name. */
    public Optional<ServedState> state(@Nullable String name) {
        return Optional.ofNullable(states.get(name));
    }

    /** An example by its name. */
    public Optional<Example> example(String name) {
        return examples().stream()
                .filter(example -> example.name().equals(name))
                .findFirst();
    }

    /** Every example, in the order of the responses that show them. */
    public List<Example> examples() {
        return examples.values().stream().flatMap(List::stream).distinct().toList();
    }

    /** The examples of one operation, in the order of its responses. */
    public List<Example> examples(Operation operation) {
        return examples.getOrDefault(operation.id(), List.of());
    }

    List<Example> examples(Operation operation, int status) {
        return examples(operation).stream()
                .filter(example -> example.status() == status)
                .toList();
    }

    Clause clause(String id) {
        return Objects.requireNonNull(clauses.get(id), id);
    }

    Document document() {
        return document;
    }

    ContractProof proof() {
        return proof;
    }

    /** The path parameters that the examples answer, by name. */
    public Map<String, String> parameterExamples() {
        return parameterExamples;
    }

    /** Whether an exchange shows a ping test that has ended. */
    public boolean isTerminal(Exchange exchange) {
        Response response = exchange.response();
        if (response == null || response.status() != 200) {
            return false;
        }
        JsonNode body = JsonBody.parse(response.body()).value();
        return body != null && terminal.contains(body.path("status").asString(""));
    }

    /** Judges one exchange. */
    public Judgement judge(Exchange exchange) {
        return judge(new Timeline(null, List.of(exchange)));
    }

    /** Judges the exchanges of one task, each by itself and against the one before. */
    public Judgement judge(Timeline timeline) {
        return new Judge(this).judge(timeline);
    }

    Operation operation(String method, String path) {
        return operations.stream()
                .filter(operation -> operation.serves(method, path))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("no operation of the contract: " + method + " " + path));
    }

    Obligations obligations(Operation operation, int status) {
        Answer answer = Objects.requireNonNull(operation.responses().get(status));
        return Objects.requireNonNull(obligations.get(answer.schema().pointer()));
    }

    List<Rule> responseRules(Operation operation) {
        return responseRules.getOrDefault(operation.id(), List.of());
    }
}
