package io.gatewayping.contract;

import io.gatewayping.exchange.Key;
import io.gatewayping.exchange.Response;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Where a task is that was started. Clients read the header first, then the body, and take from its path what only the
 * provider knows: the values of the parameters that the path of the start does not have, the id among them.
 */
public final class TaskLocation {

    /** More is no location that anybody could ask for. */
    private static final int LONGEST = 8 << 10;

    private static final Pattern ORIGIN = Pattern.compile("^[A-Za-z][A-Za-z0-9+.-]*://[^/?#]*");
    private static final String USUAL = "location";

    private final Map<String, TextSchema> told;
    private final List<Segment> path;
    private final int firstTold;
    private final int behindTold;
    private final List<String> members;

    /** One segment of the path of the operation that reads a task. */
    private record Segment(Pattern form, List<String> names) {}

    /**
     * By the path of the operation under test.
     *
     * @param start the operation that starts a task
     */
    public TaskLocation(Contract contract, Operation start) {
        Operation read = contract.underTest();
        Set<String> known = start.pathParameters().stream().map(Parameter::name).collect(Collectors.toSet());
        contract.keys().owner().ifPresent(known::add);
        known.remove(contract.keys().id());
        told = new LinkedHashMap<>();
        contract.requestObligations(read)
                .parametersIn("path")
                .filter(parameter -> !known.contains(parameter.getKey().name()))
                .forEach(parameter -> told.put(parameter.getKey().name(), parameter.getValue()));
        path = segments(read.path()).stream().map(TaskLocation::segment).toList();
        List<Integer> telling = Stream.iterate(0, at -> at < path.size(), at -> at + 1)
                .filter(at -> path.get(at).names().stream().anyMatch(told::containsKey))
                .toList();
        firstTold = telling.get(0);
        behindTold = telling.get(telling.size() - 1) + 1;
        members = members(contract, start);
    }

    /** The members of the documented answer to a start that tell what its example is for. */
    private List<String> members(Contract contract, Operation start) {
        Map<String, String> example = new LinkedHashMap<>();
        told.keySet()
                .forEach(name -> example.put(name, contract.keys().example().value(name)));
        Set<String> all = contract.examples(start).stream()
                .filter(answer -> answer.status() / 100 == 2)
                .flatMap(answer -> answer.body().properties().stream())
                .filter(member -> values(member.getValue().asString(""))
                        .map(this::told)
                        .filter(example::equals)
                        .isPresent())
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return all.isEmpty() ? List.of(USUAL) : List.copyOf(all);
    }

    /** The names of the path parameters whose values only the provider knows. */
    public Set<String> told() {
        return told.keySet();
    }

    /**
     * The key of the task that an answer names.
     *
     * @param asked what is known of it already
     */
    public Optional<Key> in(Response response, Key asked) {
        return named(response).map(this::told).findFirst().map(values -> with(asked, values));
    }

    /** What the path of an answer has that is not as it was asked for, by the names of the parameters. */
    public Map<String, String> elsewhere(Response response, Key asked) {
        return named(response)
                .flatMap(values -> values.entrySet().stream())
                .filter(value -> !told.containsKey(value.getKey()))
                .filter(value -> !value.getValue().equals(asked.value(value.getKey())))
                .collect(
                        Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (first, next) -> first, TreeMap::new));
    }

    private Stream<Map<String, String>> named(Response response) {
        JsonNode body = JsonBody.parse(response.body()).value();
        Stream<String> inTheBody = body == null
                ? Stream.empty()
                : members.stream().map(member -> body.path(member).asString(""));
        return Stream.concat(response.header("location").stream(), inTheBody)
                .flatMap(location -> values(location).stream());
    }

    private Map<String, String> told(Map<String, String> values) {
        Map<String, String> some = new LinkedHashMap<>(values);
        some.keySet().retainAll(told.keySet());
        return some;
    }

    private static Key with(Key asked, Map<String, String> values) {
        Key key = asked;
        for (Map.Entry<String, String> value : values.entrySet()) {
            key = key.with(value.getKey(), value.getValue());
        }
        return key;
    }

    /** By as much of the path as it has; whatever stands before is the provider's, whatever stands behind is no part of it. */
    private Optional<Map<String, String>> values(String location) {
        if (location.length() > LONGEST) {
            return Optional.empty();
        }
        List<String> segments =
                segments(ORIGIN.matcher(location).replaceFirst("").split("[?#]", 2)[0]);
        for (int to : new int[] {path.size(), behindTold}) {
            for (int from = 0; from <= firstTold; from++) {
                for (int at = segments.size() - (to - from); at >= 0; at--) {
                    Map<String, String> values = values(path.subList(from, to), segments.subList(at, at + to - from));
                    if (values != null) {
                        return Optional.of(values);
                    }
                }
            }
        }
        return Optional.empty();
    }

    private @Nullable Map<String, String> values(List<Segment> forms, List<String> segments) {
        Map<String, String> values = new LinkedHashMap<>();
        for (int at = 0; at < forms.size(); at++) {
            Segment form = forms.get(at);
            Matcher matcher = form.form().matcher(segments.get(at));
            if (!matcher.matches()) {
                return null;
            }
            for (int group = 1; group <= form.names().size(); group++) {
                String name = form.names().get(group - 1);
                String value = Operation.decoded(matcher.group(group));
                TextSchema schema = told.get(name);
                if (schema != null && !(Parameter.isSegment(value) && schema.takes(value))) {
                    return null;
                }
                // A segment is known by what stands before it; what only the provider knows, by its schema.
                if (schema != null || at > 0) {
                    values.put(name, value);
                }
            }
        }
        return values;
    }

    private static List<String> segments(String path) {
        return Arrays.asList(path.replaceFirst("^/", "").split("/", -1));
    }

    private static Segment segment(String segment) {
        List<String> names = Operation.PARAMETER
                .matcher(segment)
                .results()
                .map(name -> name.group(1))
                .toList();
        String form = Stream.of(Operation.PARAMETER.split(segment, -1))
                .map(Pattern::quote)
                .collect(Collectors.joining("(.+)"));
        return new Segment(Pattern.compile(form), names);
    }
}
