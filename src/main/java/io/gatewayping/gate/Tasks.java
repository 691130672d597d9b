package io.gatewayping.gate;

import io.gatewayping.contract.Contract;
import io.gatewayping.contract.Operation;
import io.gatewayping.contract.ServedState;
import io.gatewayping.exchange.Call;
import io.gatewayping.exchange.Credential;
import io.gatewayping.exchange.Key;
import io.gatewayping.state.Arranged;
import io.gatewayping.state.Arranging;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** The tasks of one scenario, and how each is asked for. */
final class Tasks {

    private final Contract contract;
    private final Arranging arranging;
    private final Supplier<RandomGenerator> random;
    private final Obstacles obstacles;
    private final List<Arranged> arranged = new ArrayList<>();

    /** The same one throughout a scenario. */
    private @Nullable Key unknown;

    /**
     * None so far.
     *
     * @param random what keys are drawn from
     */
    Tasks(Contract contract, Arranging arranging, Supplier<RandomGenerator> random, Obstacles obstacles) {
        this.contract = contract;
        this.arranging = arranging;
        this.random = random;
        this.obstacles = obstacles;
    }

    /** From here on, this is the task of the scenario. */
    void add(Arranged next) {
        arranged.add(next);
    }

    /**
     * The task whose owner the next one shares: every second one does, so that neither those of one owner nor those of two can be
     * mixed up unseen. What is refused may be so for all that its owner has.
     */
    @Nullable
    Key beside(ServedState next) {
        boolean second = arranged.size() % 2 == 1;
        return second
                        && isThere(next)
                        && contract.state(current().state())
                                .filter(this::isThere)
                                .isPresent()
                ? current().key()
                : null;
    }

    private boolean isThere(ServedState state) {
        return state.serves().stream()
                .allMatch(example -> example.status() == contract.lifecycle().success());
    }

    /** All of them, in the order in which they were arranged. */
    List<Arranged> all() {
        return List.copyOf(arranged);
    }

    /** Whether a call does no more than read the task of the scenario. */
    boolean isPlainRead(Call call) {
        return !arranged.isEmpty() && call.equals(call(current().key(), Credential.VALID_TOKEN));
    }

    /** Whether the state of the task of the scenario has passed. */
    boolean isPast() {
        return !arranged.isEmpty() && current().past();
    }

    Arranged current() {
        if (arranged.isEmpty()) {
            throw obstacles.cannotGoOn("no provider state was arranged");
        }
        return arranged.get(arranged.size() - 1);
    }

    Call call(WhichTask which, Credential credential) {
        return call(key(which), credential);
    }

    /** The task of the scenario, but for one character of what its path names, each in turn. */
    List<Call> callsOfEachCharacter(WhichTask which) {
        List<Key> keys = which.ofEachCharacter(current().key(), contract.keys());
        if (keys.isEmpty()) {
            throw obstacles.cannotGoOn("no character of that can be changed in turn");
        }
        return keys.stream().map(key -> call(key, Credential.VALID_TOKEN)).toList();
    }

    /** The task of the scenario, but for another value of one of the path parameters that are neither its id nor its owner. */
    Call callAtAnother(String parameter) {
        if (!contract.keys().others().contains(parameter)) {
            throw obstacles.cannotGoOn("the path of the contract names no other " + parameter);
        }
        Key another = contract.keys().withAnother(parameter, current().key(), random.get());
        if (another.equals(current().key())) {
            throw obstacles.cannotGoOn("no other " + parameter + " is drawn; x-fresh takes a pattern of more values");
        }
        return call(another, Credential.VALID_TOKEN);
    }

    Call call(Key key, Credential credential) {
        Operation operation = contract.underTest();
        return Call.get(operation.target(key), operation.headers(), key, credential);
    }

    private Key key(WhichTask which) {
        return switch (which) {
            case THIS -> current().key();
            case UNKNOWN -> unknown();
            case UNDER_ITS_OWN_OWNER -> underItsOwnOwner();
            default ->
                which.near(current().key(), contract.keys(), random.get())
                        .orElseThrow(() -> obstacles.cannotGoOn("a task of this contract has no owner"));
        };
    }

    /** One more task that nobody knows, another one each time. */
    Call callOfAnotherUnknown(Credential credential) {
        return call(arranging.unarranged(random.get()), credential);
    }

    private Key unknown() {
        if (unknown == null) {
            unknown = arranging.unarranged(random.get());
        }
        return unknown;
    }

    private Key underItsOwnOwner() {
        Key other = current().other();
        if (other == null) {
            throw obstacles.cannotGoOn("the state '" + current().state() + "' speaks of no other owner");
        }
        return other;
    }
}
