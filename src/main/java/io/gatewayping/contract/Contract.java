package io.gatewayping.contract;

import io.gatewayping.contract.Operation.Answer;
import io.gatewayping.exchange.FileFault;
import io.gatewayping.exchange.Key;
import io.gatewayping.exchange.Response;
import io.gatewayping.pattern.NotMatched;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.io.JsonStringEncoder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * The contract: one OpenAPI document, its clauses, and what it says of them. Immutable, safe for use by many threads.
 */
public final class Contract {

    private static final String BUILT_IN = "openapi/gateway-ping.yaml";

    private static @Nullable Contract builtIn;

    private final ContractReader parts;
    private final ContractProof proof;
    private final Map<String, Set<String>> like = new ConcurrentHashMap<>();

    private Contract(Document document) {
        parts = new ContractReader(document);
        proof = new ContractProof(this, document);
        if (!ProvenText.is(document.text())) {
            proof.check();
        }
    }

    /** The contract that this program was built with. It is read once. */
    public static synchronized Contract builtIn() {
        if (builtIn == null) {
            builtIn = builtIn(text -> text);
        }
        return builtIn;
    }

    /** The same, edited before it is read. */
    public static Contract builtIn(UnaryOperator<String> edit) {
        try (InputStream stream = Contract.class.getClassLoader().getResourceAsStream(BUILT_IN)) {
            if (stream == null) {
                throw new IllegalStateException("built without " + BUILT_IN);
            }
            return read(BUILT_IN, stream.readAllBytes(), edit);
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
        return load(file, text -> text);
    }

    /**
     * Loads a contract that is edited before it is read.
     *
     * @throws InvalidContract when it cannot be read, is no valid OpenAPI 3.1, or does not hold what it says of itself
     */
    public static Contract load(Path file, UnaryOperator<String> edit) {
        try (InputStream stream = Files.newInputStream(file)) {
            return read(file.toString(), stream.readNBytes(DocumentReader.MOST_BYTES + 1), edit);
        } catch (NoSuchFileException e) {
            throw new InvalidContract(file.toString(), "there is no such file");
        } catch (IOException e) {
            throw new InvalidContract(file.toString(), "it cannot be read: " + FileFault.words(e));
        }
    }

    /**
     * Reads a contract.
     *
     * @param file its name, for messages
     * @throws InvalidContract when it is no valid OpenAPI 3.1 or does not hold what it says of itself
     */
    static Contract parse(String file, String text) {
        return read(file, text.getBytes(StandardCharsets.UTF_8), same -> same);
    }

    private static Contract read(String file, byte[] bytes, UnaryOperator<String> edit) {
        try {
            return new Contract(DocumentReader.read(file, bytes, edit));
        } catch (NotMatched e) {
            throw new InvalidContract(file, "/", String.valueOf(e.getMessage()));
        }
    }

    /** Every clause, those of the operation under test first. */
    public Collection<Clause> clauses() {
        return Collections.unmodifiableCollection(parts.clauses.values());
    }

    /** The operation under test. */
    public Operation underTest() {
        return parts.operations.get(0);
    }

    /** The operation that serves the one under test. */
    public Optional<Operation> supporting() {
        return parts.operations.stream().filter(Operation::supporting).findFirst();
    }

    /** Every operation, the one under test first. */
    public List<Operation> operations() {
        return parts.operations;
    }

    /** The body that a request of an operation usually has; an empty object where it has none. */
    public JsonNode requestExample(Operation operation) {
        JsonNode example = requestObligations(operation).example();
        return example != null && example.isObject() ? example : JsonNodeFactory.instance.objectNode();
    }

    /** The name that pacts give to the provider of this contract. */
    public String provider() {
        return parts.provider;
    }

    /** The provider states, in the order of the contract. */
    public Collection<ServedState> states() {
        return Collections.unmodifiableCollection(parts.states.values());
    }

    /** A state by its name. */
    public Optional<ServedState> state(@Nullable String name) {
        return Optional.ofNullable(parts.states.get(name));
    }

    /** What it says of counterexamples that break nothing. */
    public List<Equivalent> equivalents() {
        return Collections.unmodifiableList(parts.equivalents);
    }

    /** An example by its name. */
    public Optional<Example> example(String name) {
        return examples().stream()
                .filter(example -> example.name().equals(name))
                .findFirst();
    }

    /** Every example, in the order of the responses that show them. */
    public List<Example> examples() {
        return parts.examples.values().stream().flatMap(List::stream).distinct().toList();
    }

    /** The examples of one operation, in the order of its responses. */
    public List<Example> examples(Operation operation) {
        return parts.examples.getOrDefault(operation.id(), List.of());
    }

    /** The examples of one documented response. */
    public List<Example> examples(Operation operation, int status) {
        return examples(operation).stream()
                .filter(example -> example.status() == status)
                .toList();
    }

    /** The clause of this id. */
    public Clause clause(String id) {
        return Objects.requireNonNull(parts.clauses.get(id), id);
    }

    /** The ids of the clauses that are like a pattern, in which an asterisk stands for anything but a slash. */
    public Set<String> clausesLike(String pattern) {
        return like.computeIfAbsent(
                pattern,
                it -> parts.clauses.keySet().stream().filter(Clause.like(it)).collect(Collectors.toUnmodifiableSet()));
    }

    /** The document that it stands in. */
    public Document document() {
        return parts.document;
    }

    /** Where it was read from. */
    public Source source() {
        return parts.document.source();
    }

    /** What it says of itself, tried. */
    public ContractProof proof() {
        return proof;
    }

    /** All that it says, in its own words. */
    public String words() {
        return parts.document.text();
    }

    /** The form of the keys that name tasks. */
    public KeyForm keys() {
        return parts.keys;
    }

    /** How a task tells how far it is. */
    public Lifecycle lifecycle() {
        return parts.lifecycle;
    }

    /** What a task is called. */
    public String task() {
        return parts.task;
    }

    /** The state of every key that nobody arranged. */
    public ServedState unarranged() {
        return states().stream().filter(ServedState::unarranged).findFirst().orElseThrow();
    }

    /** The state that a task is in when it was just started. */
    public Optional<ServedState> started() {
        return states().stream().filter(ServedState::started).findFirst();
    }

    /** The body of an example as the answer to a key. */
    public String answer(JsonNode body, Key key) {
        return answered(body.toString(), key, Contract::escaped);
    }

    private String answered(String example, Key key, UnaryOperator<String> escape) {
        // Where the example has a path, it becomes one: what is no part of a path is escaped there.
        String answer = example.replace(
                underTest().path(keys().example()), escape.apply(underTest().path(key)));
        for (Map.Entry<String, String> parameter : keys().example().parameters().entrySet()) {
            answer = answer.replace(parameter.getValue(), escape.apply(key.value(parameter.getKey())));
        }
        return answer;
    }

    private static String escaped(String text) {
        return new String(JsonStringEncoder.getInstance().quoteAsCharArray(text));
    }

    /** What binds the requests of an operation. */
    public RequestObligations requestObligations(Operation operation) {
        return Objects.requireNonNull(parts.requests.get(operation.id()));
    }

    /** Whether a key is no such key as the parameters of the operation under test are described. */
    public boolean isMalformed(Key key) {
        return !requestObligations(underTest()).refusals(key).isEmpty();
    }

    /** The operation that a request is one of. */
    public Optional<Operation> served(String method, String path) {
        return parts.operations.stream()
                .filter(operation -> operation.serves(method, path))
                .findFirst();
    }

    /** The operation that has the path of a request, whatever its method; there must be one. */
    public Operation asked(String method, String path) {
        return served(method, path)
                .or(() -> parts.operations.stream()
                        .filter(operation -> operation.key(path).isPresent())
                        .findFirst())
                .orElseThrow(() -> new IllegalArgumentException("no path of the contract: " + path));
    }

    /** The operation that a request is one of, which there must be. */
    public Operation operation(String method, String path) {
        return served(method, path)
                .orElseThrow(
                        () -> new IllegalArgumentException("no operation of the contract: " + method + " " + path));
    }

    /** What binds the body of a documented response. */
    public Obligations obligations(Operation operation, int status) {
        Answer answer = Objects.requireNonNull(operation.responses().get(status));
        return Objects.requireNonNull(parts.obligations.get(answer.schema().pointer()));
    }

    /** The headers of a documented response beside its Content-Type. */
    public List<ResponseHeader> headers(Operation operation, int status) {
        return parts.headers.getOrDefault(operation.id(), Map.of()).getOrDefault(status, List.of());
    }

    /** An example as the answer to a key, with all its headers. */
    public Response response(Operation operation, Example example, Key key) {
        return response(operation, example.status(), example.body(), key);
    }

    /** A body as the answer to a key, with all headers that go with it. */
    public Response response(Operation operation, int status, JsonNode body, Key key) {
        return new Response(
                status, headers(operation, status, key), answer(body, key).getBytes(StandardCharsets.UTF_8));
    }

    /** What a documented response to a key has as its headers. */
    public SortedMap<String, List<String>> headers(Operation operation, int status, Key key) {
        SortedMap<String, List<String>> headers = new TreeMap<>(Map.of("content-type", List.of(JsonBody.MEDIA_TYPE)));
        headers(operation, status)
                .forEach(header -> headers.put(
                        header.key(), List.of(header.value(answered(header.example(), key, text -> text)))));
        return headers;
    }

    /** The rules on whole responses of an operation. */
    public List<Rule> responseRules(Operation operation) {
        return parts.responseRules.getOrDefault(operation.id(), List.of());
    }
}
