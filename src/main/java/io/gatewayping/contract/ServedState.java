package io.gatewayping.contract;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What the contract says of a provider state.
 *
 * @param name as the state-change URL takes it
 * @param serves what a read of its key answers, poll by poll, the last one for ever
 * @param otherOwner the state in which the same task is under another owner, or null
 * @param everyMember whether answers have each member that the example has and that is not null there
 * @param unarranged whether every key that nobody arranged is in it
 * @param started whether a task that was just started is in it
 * @param shows what it shows of the request that started the task
 * @param malformed what else is answered where the key is no such key as the contract describes
 * @param rising the member that rises from each answer to the next example of the same outcome, or null
 */
public record ServedState(
        String name,
        List<Example> serves,
        @Nullable String otherOwner,
        boolean everyMember,
        boolean unarranged,
        boolean started,
        ShownRequest shows,
        List<Example> malformed,
        @Nullable String rising) {

    /** The id of the clause that the state serves this. */
    public String clause() {
        return "states/" + name.toLowerCase(Locale.ROOT).replace(' ', '-');
    }

    /** What it answers, in words: the status code and, on success, the status of the task. */
    public List<String> outcomes() {
        return serves.stream().map(Example::outcome).distinct().toList();
    }

    /** The members of an answer with this outcome that the state promises and that are missing, null or blank. */
    public List<String> missing(String outcome, JsonNode body) {
        return serves.stream()
                .filter(example -> everyMember && example.outcome().equals(outcome))
                .flatMap(example -> example.body().properties().stream())
                .filter(member -> !member.getValue().isNull())
                .map(Map.Entry::getKey)
                .filter(name -> isNothing(body.path(name)))
                .distinct()
                .toList();
    }

    private static boolean isNothing(JsonNode value) {
        return value.isMissingNode() || value.isNull() || (value.isString() && Blank.is(value.asString()));
    }

    /** What it answers to a key that may be malformed. */
    public List<String> outcomes(boolean isMalformed) {
        return isMalformed
                ? Stream.concat(serves.stream(), malformed.stream())
                        .map(Example::outcome)
                        .distinct()
                        .toList()
                : outcomes();
    }

    /** The outcomes that it serves in more than one way, so that what rises must have risen between them. */
    public List<String> risingOutcomes() {
        List<String> all = serves.stream().map(Example::outcome).toList();
        return rising == null
                ? List.of()
                : outcomes().stream()
                        .filter(outcome -> Collections.frequency(all, outcome) > 1)
                        .toList();
    }

    /**
     * The same state of a task that was started by a request, or nothing when its answers cannot show that.
     *
     * @param sent the body of the request
     */
    public Optional<ServedState> startedBy(JsonNode sent) {
        List<Example> showing = new ArrayList<>();
        for (Example example : serves) {
            Optional<JsonNode> body = shows.in(example.body(), sent);
            if (body.isEmpty()) {
                return Optional.empty();
            }
            showing.add(new Example(example.name(), example.status(), body.get(), example.outcome()));
        }
        return Optional.of(
                new ServedState(name, showing, otherOwner, everyMember, unarranged, started, shows, malformed, rising));
    }

    String words() {
        return "in the state '" + name + "' the answer is " + String.join(", then ", outcomes())
                + (malformed.isEmpty()
                        ? ""
                        : ", or to a malformed key "
                                + malformed.stream().map(Example::outcome).collect(Collectors.joining(" or ")))
                + (rising == null ? "" : ", " + rising + " rising");
    }
}
