package io.gatewayping.contract;

import io.gatewayping.contract.Document.Located;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a document into the parts of a contract. */
final class ContractReader {

    final Document document;
    final List<Operation> operations;
    final Map<String, Clause> clauses = new LinkedHashMap<>();
    final Map<String, Obligations> obligations = new LinkedHashMap<>();
    final Map<String, Map<Integer, List<ResponseHeader>>> headers = new LinkedHashMap<>();
    final Map<String, List<Rule>> responseRules = new LinkedHashMap<>();
    final Map<String, List<Example>> examples = new LinkedHashMap<>();
    final Map<String, ServedState> states = new LinkedHashMap<>();
    final Map<String, RequestObligations> requests = new LinkedHashMap<>();
    final String provider;
    final List<Equivalent> equivalents = new ArrayList<>();
    final Lifecycle lifecycle;
    final KeyForm keys;
    final String task;

    ContractReader(Document document) {
        this.document = document;
        OperationReader reader = new OperationReader(document);
        operations = new ArrayList<>(reader.operations());
        operations.sort((left, right) -> Boolean.compare(left.supporting(), right.supporting()));
        readObligations();
        Operation underTest = operations.get(0);
        lifecycle = new LifecycleReader(document).read(underTest);
        keys = new KeyFormReader(document).read(underTest, Objects.requireNonNull(requests.get(underTest.id())));
        checkStart();
        operations.forEach(operation -> examples.put(operation.id(), reader.examples(operation, lifecycle)));
        checkExamples();
        readStates();
        provider = document.root().child("x-provider").text();
        task = document.root().child("x-task").text();
        document.root().child("x-equivalents").items().forEach(place -> equivalents.add(equivalent(place)));
    }

    private void readObligations() {
        BodySchema.Registry registry = new BodySchema.Registry(document);
        RuleReader ruleReader = new RuleReader(document);
        Map<String, Clause> schemaClauses = new LinkedHashMap<>();
        for (Operation operation : operations) {
            requests.put(operation.id(), RequestObligations.read(document, registry, operation));
            Basis basis = SchemaClauses.basis(document, operation.place(), Basis.INFERRED);
            operationClauses(operation, basis).forEach(clause -> add(clause));
            headers.put(operation.id(), new HeaderReader(document, registry).read(operation, basis));
            headers.get(operation.id()).values().stream()
                    .flatMap(List::stream)
                    .flatMap(ResponseHeader::allClauses)
                    .forEach(clause -> add(clause));
            SchemaClauses found = new SchemaClauses(document, operation.supporting());
            operation.responses().forEach((status, answer) -> found.add(answer.schema(), basis, "the body"));
            found.byKeyword().forEach((keyword, clause) -> {
                if (schemaClauses.putIfAbsent(keyword, clause) == null) {
                    add(clause);
                }
            });
            responseRules.put(operation.id(), ruleReader.rules(operation.place()));
            responseRules.get(operation.id()).forEach(rule -> add(rule.clause(operation.supporting())));
            operation
                    .responses()
                    .values()
                    .forEach(answer ->
                            obligations.computeIfAbsent(answer.schema().pointer(), place -> {
                                List<Rule> rules = ruleReader.rules(answer.schema());
                                rules.forEach(rule -> add(rule.clause(operation.supporting())));
                                return new Obligations(place, registry.at(place, schemaClauses), rules);
                            }));
        }
        ruleReader.checkThatEveryListIsNamed();
    }

    /** The id of a task is what its provider gives it when it is started. */
    private void checkStart() {
        operations.stream()
                .filter(Operation::supporting)
                .filter(start -> start.pathParameters().stream()
                        .anyMatch(parameter -> parameter.name().equals(keys.id())))
                .findFirst()
                .ifPresent(start -> {
                    throw document.invalid(
                            start.place().pointer(),
                            "a task is started where its id, " + keys.id() + ", is not known yet");
                });
    }

    private static List<Clause> operationClauses(Operation operation, Basis basis) {
        String place = operation.place().pointer();
        boolean supporting = operation.supporting();
        List<Clause> found = new ArrayList<>();
        found.add(new Clause(
                operation.messageClause(),
                place,
                Basis.DERIVED,
                "the answer is an HTTP/1.1 message as RFC 9112 has it",
                Clause.Kind.MESSAGE,
                supporting));
        if (operation.security().demand() != Security.Demand.NONE) {
            found.add(new Clause(
                    operation.securityClause(),
                    place + "/security",
                    basis,
                    (operation.security().demand() == Security.Demand.OPTIONAL ? "with a wrong " : "without a valid ")
                            + operation.security().scheme().words() + " the answer is 401",
                    Clause.Kind.SECURITY,
                    supporting));
        }
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
                        "the body of " + status + " is JSON, in no coding, and its Content-Type says so",
                        Clause.Kind.CONTENT,
                        supporting)));
        return found;
    }

    /** States, and whoever reads reports, know an example by its name. */
    private void checkExamples() {
        Map<String, Example> named = new LinkedHashMap<>();
        examples.values().stream().flatMap(List::stream).forEach(example -> {
            Example other = named.putIfAbsent(example.name(), example);
            if (other != null && !other.equals(example)) {
                throw document.invalid(
                        "/paths",
                        "two examples are called '" + example.name() + "', for " + other.outcome() + " and for "
                                + example.outcome()
                                + ": answers that share an example each give it a name of their own");
            }
        });
    }

    private void readStates() {
        for (Map.Entry<String, Located> entry :
                document.root().child("x-provider-states").members()) {
            List<Example> serves = served(entry.getValue().child("serves"));
            String other = keys.otherOwner();
            String elsewhere =
                    other.isEmpty() ? "" : entry.getValue().child(other).text();
            entry.getValue().members().stream()
                    .filter(member -> !Set.of(
                                    "serves",
                                    "everyMember",
                                    "unarranged",
                                    "started",
                                    "shows",
                                    "malformed",
                                    "rising",
                                    other)
                            .contains(member.getKey()))
                    .findFirst()
                    .ifPresent(member -> {
                        throw document.invalid(member.getValue().pointer(), "a state has no member " + member.getKey());
                    });
            ServedState state = new ServedState(
                    entry.getKey(),
                    serves,
                    elsewhere.isEmpty() ? null : elsewhere,
                    entry.getValue().child("everyMember").node().asBoolean(false),
                    entry.getValue().child("unarranged").node().asBoolean(false),
                    entry.getValue().child("started").node().asBoolean(false),
                    ShownRequest.read(document, entry.getValue().child("shows")),
                    served(entry.getValue().child("malformed")),
                    rising(entry.getValue(), serves));
            states.put(entry.getKey(), state);
            add(new Clause(
                    state.clause(),
                    entry.getValue().pointer(),
                    Basis.DERIVED,
                    state.words(),
                    Clause.Kind.STATE,
                    false));
        }
        states.values().stream()
                .filter(state -> state.otherOwner() != null && !states.containsKey(state.otherOwner()))
                .findFirst()
                .ifPresent(state -> {
                    throw document.invalid("/x-provider-states", "no state is called '" + state.otherOwner() + "'");
                });
        checkThatWhatIsServedCanBeWrong();
        states.values().forEach(this::checkCourse);
        if (states.values().stream().filter(ServedState::started).count() > 1) {
            throw document.invalid("/x-provider-states", "one state at most is that of a task that was just started");
        }
        if (states.values().stream().filter(ServedState::unarranged).count() != 1) {
            throw document.invalid(
                    "/x-provider-states", "one state is that of every key that nobody arranged: unarranged: true");
        }
    }

    /** What a state says of a task does not contradict the lifecycle, nor another state. */
    private void checkCourse(ServedState state) {
        String place = "/x-provider-states" + Document.segment(state.name());
        for (int next = 1; next < state.serves().size(); next++) {
            Example before = state.serves().get(next - 1);
            if (!state.serves().get(next).equals(before) && !lifecycle.goesOnAfter(before)) {
                throw document.invalid(
                        place + "/serves/" + next, "nothing follows after " + before.outcome() + ", which is an end");
            }
        }
        if (!state.malformed().isEmpty() && !state.unarranged()) {
            throw document.invalid(
                    place + "/malformed",
                    "a key that is none is arranged by nobody: the state with unarranged: true says what is answered to it");
        }
        state.malformed().stream()
                .filter(example -> example.status() == lifecycle.success())
                .findFirst()
                .ifPresent(example -> {
                    throw document.invalid(
                            place + "/malformed", "a key that is none is not answered with " + example.outcome());
                });
        if (state.otherOwner() != null
                && Objects.requireNonNull(states.get(state.otherOwner())).otherOwner() != null) {
            throw document.invalid(place, "the state of the other owner's task speaks of another owner itself");
        }
    }

    /** Beside each state there is an answer that is out of place in it. */
    private void checkThatWhatIsServedCanBeWrong() {
        List<Example> all =
                Objects.requireNonNull(examples.get(operations.get(0).id()));
        states.values().stream()
                .filter(state ->
                        all.stream().allMatch(example -> state.outcomes(true).contains(example.outcome())))
                .findFirst()
                .ifPresent(state -> {
                    throw document.invalid(
                            "/x-provider-states" + Document.segment(state.name()),
                            "it serves whatever is documented, so that no answer would be wrong");
                });
    }

    private List<Example> served(Located names) {
        return names.items().stream()
                .map(name -> example(name.text())
                        .orElseThrow(
                                () -> document.invalid(name.pointer(), "no example is called '" + name.text() + "'")))
                .toList();
    }

    private @Nullable String rising(Located state, List<Example> serves) {
        String member = state.child("rising").text();
        if (member.isEmpty()) {
            return null;
        }
        boolean moves = false;
        for (int next = 1; next < serves.size(); next++) {
            Example before = serves.get(next - 1);
            Example after = serves.get(next);
            moves |= before.outcome().equals(after.outcome())
                    && !before.body().path(member).equals(after.body().path(member));
        }
        if (!moves) {
            throw document.invalid(
                    state.child("rising").pointer(),
                    "no two examples that are served one after the other have the same status and another " + member);
        }
        return member;
    }

    private static Equivalent equivalent(Located place) {
        return new Equivalent(
                place.pointer(),
                texts(place.child("clauses")),
                texts(place.child("mutations")),
                place.child("why").text());
    }

    private static List<String> texts(Located list) {
        return list.items().stream().map(Located::text).toList();
    }

    private void add(Clause clause) {
        Clause other = clauses.putIfAbsent(clause.id(), clause);
        if (other != null && !other.place().equals(clause.place())) {
            throw document.invalid(
                    clause.place(), "the id " + clause.id() + " is used at " + other.place() + " already");
        }
    }

    /** What a state serves is read, so that it is no answer of another operation. */
    private Optional<Example> example(String name) {
        return Objects.requireNonNull(examples.get(operations.get(0).id())).stream()
                .filter(example -> example.name().equals(name))
                .findFirst();
    }
}
