package io.gatewayping.acceptance;

import java.util.function.BiPredicate;

/** Which arranged tests a request finds: its own, or by a mistake another. */
enum TaskLookup {
    BY_ITS_KEY((arranged, asked) -> false),
    BY_A_PREFIX_OF_ITS_TASK_ID((arranged, asked) -> arranged.serialNumber().equals(asked.serialNumber())
            && arranged.taskId().startsWith(asked.taskId())),
    BY_THE_LAST_GROUP_OF_ITS_TASK_ID(
            (arranged, asked) -> arranged.serialNumber().equals(asked.serialNumber())
                    && asked.taskId().endsWith(arranged.taskId().substring(24)));

    private final BiPredicate<TestKey, TestKey> matches;

    TaskLookup(BiPredicate<TestKey, TestKey> matches) {
        this.matches = matches;
    }

    boolean finds(TestKey arranged, TestKey asked) {
        return arranged.equals(asked) || matches.test(arranged, asked);
    }
}
