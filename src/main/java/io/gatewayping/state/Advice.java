package io.gatewayping.state;

import io.gatewayping.contract.Contract;
import io.gatewayping.contract.Noun;
import io.gatewayping.contract.Operation;
import io.gatewayping.contract.Parameter;
import io.gatewayping.contract.TaskLocation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What a caller may say otherwise, by the names of the options that have a use with a contract. */
public final class Advice {

    /** The owners that have options of their own name; those of others are the neutral ones. */
    private static final Set<String> NAMED = Set.of("gateway");

    /** The option that says what else a path names. */
    public static final String PATH_PARAMETER = "--path-param";

    private static final String ANY_OWNER = "owner";

    /** The member of the body of a start that is worth an option. */
    public static final String DESTINATION = "destination";

    private final Contract contract;

    /** By this contract. */
    public Advice(Contract contract) {
        this.contract = contract;
    }

    /** What the owner of a task is called, if it has one. */
    public Optional<Noun> owner() {
        return contract.keys().ownerNoun().map(Noun::new);
    }

    /** The option that names the owner of what is started. */
    public String ownerOption() {
        return "--" + ofTheOwner();
    }

    /** The option that names another owner. */
    public String otherOwnerOption() {
        return "--other-" + ofTheOwner();
    }

    /**
     * What may help where a task has not ended; nothing where its last answer shows none that goes on.
     *
     * @param shown what that answer shows, as the contract has it in words
     */
    public String onTheDeadline(String shown) {
        boolean goesOn =
                contract.states().stream().anyMatch(state -> state.outcomes().contains(shown));
        return goesOn ? "; a longer --poll-deadline may help" : "";
    }

    private String ofTheOwner() {
        return contract.keys().ownerNoun().filter(NAMED::contains).orElse(ANY_OWNER);
    }

    /** The names of the path parameters, beside the owner's, that whoever starts a task has to know. */
    public List<String> pathParameters() {
        Operation read = contract.underTest();
        Set<String> known = contract.supporting()
                .map(start -> new TaskLocation(contract, start).told())
                .orElse(Set.of(contract.keys().id()));
        return Stream.concat(contract.supporting().stream(), Stream.of(read))
                .flatMap(operation -> operation.pathParameters().stream())
                .map(Parameter::name)
                .distinct()
                .filter(name -> !known.contains(name))
                .filter(name -> contract.keys().owner().filter(name::equals).isEmpty())
                .toList();
    }

    /** The options that say what is started where. */
    List<String> startOptions() {
        List<String> options = new ArrayList<>();
        if (owner().isPresent()) {
            options.add(ownerOption());
        }
        if (!pathParameters().isEmpty()) {
            options.add(PATH_PARAMETER);
        }
        return options;
    }

    /** Whether the body of a start may have a member, by its schema. */
    public boolean isTaken(String member) {
        return contract.supporting()
                .filter(start -> contract.requestObligations(start).members().contains(member))
                .isPresent();
    }
}
