package io.gatewayping.judge;

import io.gatewayping.contract.FlatBody;
import io.gatewayping.exchange.Excerpt;
import io.gatewayping.exchange.Exchange;
import io.gatewayping.exchange.Key;
import io.gatewayping.exchange.Response;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What can be compared between the answers about two tasks: what each of the two shows in all its answers or in none,
 * without what was asked for. Of a value that differs between the answers about one of them, only that it is there.
 *
 * @param old status, reason, interim answers, headers, trailers and members of the answers about the first task
 * @param self the same of the second
 */
record Alike(Map<String, Object> old, Map<String, Object> self) {

    private static final String ANY = "*";
    private static final Pattern INDEX = Pattern.compile("/\\d+(?=/|$)");

    /** The answers about two tasks, each with a response. */
    static Alike of(List<Exchange> old, List<Exchange> self) {
        Map<String, Object> first = new LinkedHashMap<>();
        Map<String, Object> second = new LinkedHashMap<>();
        first.put("status", status(old));
        second.put("status", status(self));
        compareUnnamed("reason", exchange -> response(exchange).aside().reason(), old, self, first, second);
        compareUnnamed("interim", Alike::interim, old, self, first, second);
        compare("headers", exchange -> fields(exchange, response(exchange).headers()), old, self, first, second);
        compare(
                "trailers",
                exchange -> fields(exchange, response(exchange).aside().trailers()),
                old,
                self,
                first,
                second);
        compare("members", Alike::members, old, self, first, second);
        return new Alike(first, second);
    }

    /** Where the two differ first, in words; a name is shown only where a rule may compare it. */
    String difference() {
        for (String part : List.of("status", "reason", "interim")) {
            if (!Objects.equals(old.get(part), self.get(part))) {
                return Excerpt.of(part + " " + self.get(part) + " after " + old.get(part));
            }
        }
        for (String part : List.of("headers", "trailers", "members")) {
            Map<?, ?> first = old.get(part) instanceof Map<?, ?> map ? map : Map.of();
            Map<?, ?> second = self.get(part) instanceof Map<?, ?> map ? map : Map.of();
            Set<Object> names = new LinkedHashSet<>(first.keySet());
            names.addAll(second.keySet());
            for (Object name : names) {
                if (!name.equals("content-length") && !Objects.equals(first.get(name), second.get(name))) {
                    return Excerpt.of(name + ": " + shown(second.get(name)) + " after " + shown(first.get(name)));
                }
            }
        }
        return "nothing";
    }

    private static String shown(@Nullable Object value) {
        return value == null ? "nothing" : value.toString();
    }

    private static long status(List<Exchange> exchanges) {
        return Objects.requireNonNull(exchanges.get(0).response()).status();
    }

    /** What has no names is compared where it is the same in all answers about each task. */
    private static void compareUnnamed(
            String part,
            Function<Exchange, Object> shows,
            List<Exchange> old,
            List<Exchange> self,
            Map<String, Object> first,
            Map<String, Object> second) {
        List<Object> before = old.stream().map(shows).distinct().toList();
        List<Object> now = self.stream().map(shows).distinct().toList();
        boolean stable = before.size() == 1 && now.size() == 1;
        first.put(part, stable ? before.get(0) : ANY);
        second.put(part, stable ? now.get(0) : ANY);
    }

    private static List<String> interim(Exchange exchange) {
        return response(exchange).aside().interim().stream()
                .map(head -> withoutAsked(head, exchange.request().key()))
                .toList();
    }

    private static void compare(
            String part,
            Function<Exchange, Map<String, Object>> shows,
            List<Exchange> old,
            List<Exchange> self,
            Map<String, Object> first,
            Map<String, Object> second) {
        List<Map<String, Object>> before = old.stream().map(shows).toList();
        List<Map<String, Object>> now = self.stream().map(shows).toList();
        Set<String> names = new LinkedHashSet<>();
        before.forEach(answer -> names.addAll(answer.keySet()));
        now.forEach(answer -> names.addAll(answer.keySet()));
        Map<String, Object> comparedBefore = new LinkedHashMap<>();
        Map<String, Object> comparedNow = new LinkedHashMap<>();
        Set<String> changing = names.stream()
                .filter(name -> !isThereAlwaysOrNever(before, name) || !isThereAlwaysOrNever(now, name))
                .collect(Collectors.toSet());
        for (String name : names) {
            if (!changing.contains(name) && changing.stream().noneMatch(other -> isOneOfAChangingNumber(name, other))) {
                boolean stable = isStable(before, name) && isStable(now, name);
                put(before, name, stable, comparedBefore);
                put(now, name, stable, comparedNow);
            }
        }
        first.put(part, comparedBefore);
        second.put(part, comparedNow);
    }

    /** Whether a place is a list or an object that is empty where the other one is not, or in the same list as the other. */
    private static boolean isOneOfAChangingNumber(String name, String changing) {
        return changing.startsWith(name + "/")
                || INDEX.matcher(changing)
                        .results()
                        .map(index -> changing.substring(0, index.start()))
                        .anyMatch(list -> name.startsWith(list + "/") || name.equals(list));
    }

    private static void put(List<Map<String, Object>> answers, String name, boolean stable, Map<String, Object> into) {
        Object value = answers.get(0).get(name);
        if (value != null) {
            into.put(name, stable ? value : ANY);
        }
    }

    private static boolean isThereAlwaysOrNever(List<Map<String, Object>> answers, String name) {
        return answers.stream()
                        .map(answer -> answer.containsKey(name))
                        .distinct()
                        .count()
                == 1;
    }

    private static boolean isStable(List<Map<String, Object>> answers, String name) {
        return answers.stream()
                        .map(answer -> Objects.requireNonNullElse(answer.get(name), ""))
                        .distinct()
                        .count()
                == 1;
    }

    private static Map<String, Object> fields(Exchange exchange, Map<String, List<String>> named) {
        Map<String, Object> fields = new LinkedHashMap<>();
        named.forEach((name, values) -> fields.put(
                name,
                values.stream()
                        .map(value -> withoutAsked(value, exchange.request().key()))
                        .toList()));
        return fields;
    }

    private static Map<String, Object> members(Exchange exchange) {
        Map<String, Object> members = new LinkedHashMap<>();
        FlatBody.of(response(exchange).body())
                .forEach((place, value) -> members.put(
                        withoutAsked(place, exchange.request().key()),
                        withoutAsked(value, exchange.request().key())));
        return members;
    }

    private static Response response(Exchange exchange) {
        return Objects.requireNonNull(exchange.response());
    }

    private static String withoutAsked(String text, Key key) {
        String without = text;
        for (Map.Entry<String, String> parameter : key.parameters().entrySet()) {
            without = Pattern.compile(Pattern.quote(parameter.getValue()), Pattern.CASE_INSENSITIVE)
                    .matcher(without)
                    .replaceAll("{" + parameter.getKey() + "}");
        }
        return without;
    }
}
