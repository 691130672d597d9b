package io.gatewayping.gate;

import io.gatewayping.contract.Contract;

/** Which task a step speaks of, in the words of the contract: {@code TASK} is what it calls a task, {@code OWNER} its owner. */
public enum WhichTask {
    THIS("the TASK"),
    UNKNOWN("an unknown TASK"),
    UNDER_ITS_OWN_OWNER("the TASK under its own OWNER"),
    ID_DIFFERS_IN_ONE_CHARACTER("a task id that differs in one character"),
    ID_CUT_SHORT("a task id that is cut short");

    private final String words;

    WhichTask(String words) {
        this.words = words;
    }

    String words(Contract contract) {
        return words.replace("TASK", contract.task())
                .replace("OWNER", contract.keys().ownerNoun().orElse("owner"));
    }
}
