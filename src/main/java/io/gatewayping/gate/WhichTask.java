package io.gatewayping.gate;

import io.gatewayping.contract.Contract;
import io.gatewayping.contract.KeyForm;
import io.gatewayping.contract.Noun;
import io.gatewayping.exchange.Key;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which task a step speaks of, in the words of the contract: {@code TASK} is what it calls a task, {@code OWNER} its owner. */
// What makes a key nearly another is a function of nothing but what it is given.
@SuppressWarnings("ImmutableEnumChecker")
public enum WhichTask {
    THIS("the TASK", null),
    UNKNOWN("an unknown TASK", null),
    UNDER_ITS_OWN_OWNER("the TASK under its own OWNER", null),
    ID_DIFFERS_IN_ONE_CHARACTER(
            "a task id that differs in one character", id((id, fresh) -> another(id.charAt(0)) + id.substring(1))),
    ID_DIFFERS_IN_ITS_LAST_CHARACTER(
            "a task id that differs in its last character",
            id((id, fresh) -> cut(id, 1) + another(id.charAt(id.length() - 1)))),
    ID_DIFFERS_IN_ITS_FIRST_HALF(
            "a task id that differs in its first half",
            id((id, fresh) -> fresh.substring(0, half(id)) + id.substring(half(id)))),
    ID_DIFFERS_IN_ITS_SECOND_HALF(
            "a task id that differs in its second half",
            id((id, fresh) -> id.substring(0, half(id)) + fresh.substring(half(id)))),
    ID_CUT_SHORT("a task id that is cut short", id((id, fresh) -> cut(id, 4))),
    ID_WITH_MORE_BEHIND("a task id with characters behind", id((id, fresh) -> id + (isNumber(id) ? "01" : "0a"))),
    OWNER_WITH_ONE_CHARACTER_MORE("the TASK under a OWNER with one character more", owner((it, fresh) -> it + "0")),
    OWNER_WITH_ONE_CHARACTER_FEWER("the TASK under a OWNER with one character fewer", owner((it, fresh) -> cut(it, 1))),
    OWNER_WITH_ONE_OTHER_CHARACTER(
            "the TASK under a OWNER with one other character",
            owner((it, fresh) -> cut(it, 1) + another(it.charAt(it.length() - 1)))),
    OWNER_THAT_BEGINS_OTHERWISE(
            "the TASK under a OWNER that begins otherwise",
            owner((it, fresh) -> another(it.charAt(0)) + it.substring(1))),
    ANOTHER_OWNER("the TASK under another OWNER", owner((it, fresh) -> fresh));

    private final String words;
    private final @Nullable Near near;

    WhichTask(String words, @Nullable Near near) {
        this.words = words;
        this.near = near;
    }

    /** A key that is nearly that of a task; nothing where the contract knows no such part of a key. */
    private interface Near {
        Optional<Key> to(Key key, KeyForm keys, RandomGenerator random);
    }

    /** What is done to one value of a key. */
    private interface Change {
        String changed(String value, String fresh);
    }

    private static Near id(Change change) {
        return (key, keys, random) -> Optional.of(
                changed(key, keys.id(), keys.withAnotherId(key, random).value(keys.id()), change));
    }

    private static Near owner(Change change) {
        return (key, keys, random) -> keys.owner()
                .map(owner ->
                        changed(key, owner, keys.underAnotherOwner(key, random).value(owner), change));
    }

    private static Key changed(Key key, String parameter, String fresh, Change change) {
        return key.with(parameter, change.changed(key.value(parameter), fresh));
    }

    /** Another one of its kind, so that what it stands in may still be an id: a digit for a digit, a letter for a letter. */
    private static String another(char c) {
        String first = Character.isDigit(c) ? "1" : Character.isUpperCase(c) ? "A" : "a";
        String second = Character.isDigit(c) ? "2" : Character.isUpperCase(c) ? "B" : "b";
        return first.charAt(0) == c ? second : first;
    }

    private static boolean isNumber(String id) {
        return id.chars().allMatch(Character::isDigit);
    }

    private static String cut(String text, int characters) {
        return text.substring(0, Math.max(1, text.length() - characters));
    }

    private static int half(String text) {
        return text.length() / 2;
    }

    /** The key of a task that is nearly another, which nobody arranged; empty for those that are no such thing. */
    Optional<Key> near(Key key, KeyForm keys, RandomGenerator random) {
        return near == null ? Optional.empty() : near.to(key, keys, random);
    }

    /** The keys that differ in one character, each in turn; none for those that do not differ so. */
    List<Key> ofEachCharacter(Key key, KeyForm keys) {
        Optional<String> parameter = this == ID_DIFFERS_IN_ONE_CHARACTER
                ? Optional.of(keys.id())
                : this == OWNER_WITH_ONE_OTHER_CHARACTER ? keys.owner() : Optional.empty();
        return parameter.stream()
                .flatMap(name -> eachCharacterChanged(key.value(name)).map(value -> key.with(name, value)))
                .toList();
    }

    private static Stream<String> eachCharacterChanged(String value) {
        return IntStream.range(0, value.length())
                .mapToObj(at -> value.substring(0, at) + another(value.charAt(at)) + value.substring(at + 1));
    }

    String words(Contract contract) {
        Noun owner = new Noun(contract.keys().ownerNoun().orElse("owner"));
        return words.replace("TASK", contract.task())
                .replace("a OWNER", owner.one())
                .replace("OWNER", owner.word());
    }
}
