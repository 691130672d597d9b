package io.gatewayping.acceptance;

import java.util.function.BiPredicate;

/** Which arranged tests a request finds: its own, or by a mistake another. */
enum TaskLookup {
    BY_ITS_KEY((arranged, asked) -> false),
    BY_A_PREFIX_OF_ITS_TASK_ID((arranged, asked) -> arranged.serialNumber().equals(asked.serialNumber())
            && arranged.taskId().startsWith(asked.taskId())),
    BY_THE_LAST_GROUP_OF_ITS_TASK_ID(
            (arranged, asked) -> arranged.serialNumber().equals(asked.serialNumber())
                    && asked.taskId().endsWith(arranged.taskId().substring(24))),
    BY_THE_FIRST_HALF_OF_ITS_TASK_ID(
            (arranged, asked) -> arranged.serialNumber().equals(asked.serialNumber())
                    && asked.taskId().startsWith(arranged.taskId().substring(0, 18))),
    BY_ALL_BUT_THE_LAST_CHARACTER_OF_ITS_TASK_ID(
            (arranged, asked) -> arranged.serialNumber().equals(asked.serialNumber())
                    && asked.taskId().length() == 36
                    && asked.taskId().startsWith(arranged.taskId().substring(0, 35))),
    BY_WHAT_ITS_TASK_ID_BEGINS_WITH((arranged, asked) -> arranged.serialNumber().equals(asked.serialNumber())
            && asked.taskId().startsWith(arranged.taskId())),
    BY_ITS_TASK_ID_ALONE((arranged, asked) -> arranged.taskId().equals(asked.taskId())),
    BY_A_PREFIX_OF_ITS_SERIAL_NUMBER((arranged, asked) ->
            arranged.taskId().equals(asked.taskId()) && arranged.serialNumber().startsWith(asked.serialNumber())),
    BY_WHAT_ITS_SERIAL_NUMBER_BEGINS_WITH((arranged, asked) ->
            arranged.taskId().equals(asked.taskId()) && asked.serialNumber().startsWith(arranged.serialNumber())),
    BY_ALL_BUT_THE_LAST_CHARACTER_OF_ITS_SERIAL_NUMBER(
            (arranged, asked) -> arranged.taskId().equals(asked.taskId())
                    && asked.serialNumber().length() == arranged.serialNumber().length()
                    && asked.serialNumber().startsWith(arranged.serialNumber().substring(0, 9))),
    BY_ALL_BUT_ONE_CHARACTER_OF_ITS_TASK_ID(
            (arranged, asked) -> arranged.serialNumber().equals(asked.serialNumber())
                    && without(16, asked.taskId()).equals(without(16, arranged.taskId()))),
    BY_ALL_BUT_ONE_CHARACTER_OF_ITS_SERIAL_NUMBER(
            (arranged, asked) -> arranged.taskId().equals(asked.taskId())
                    && without(5, asked.serialNumber()).equals(without(5, arranged.serialNumber())));

    private final BiPredicate<TestKey, TestKey> matches;

    TaskLookup(BiPredicate<TestKey, TestKey> matches) {
        this.matches = matches;
    }

    private static String without(int character, String text) {
        return text.length() <= character ? text : text.substring(0, character) + "?" + text.substring(character + 1);
    }

    boolean finds(TestKey arranged, TestKey asked) {
        return arranged.equals(asked) || matches.test(arranged, asked);
    }
}
