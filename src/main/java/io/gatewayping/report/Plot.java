package io.gatewayping.report;

import io.gatewayping.contract.Contract;
import io.gatewayping.contract.JsonBody;
import io.gatewayping.exchange.Credential;
import io.gatewayping.exchange.Excerpt;
import io.gatewayping.exchange.Exchange;
import io.gatewayping.exchange.Key;
import io.gatewayping.exchange.Response;
import io.gatewayping.gate.ScenarioResult;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The polls of one task over time: what each showed, how far the task was, and where a clause broke.
 *
 * @param title whose they are
 * @param polls in order
 * @param bands of the same outcome, in order
 * @param milliseconds from the first poll to the last
 */
record Plot(String title, List<Poll> polls, List<Band> bands, long milliseconds) {

    static final int LEFT = 34;
    static final int WIDTH = 298;
    static final int TOP = 18;
    static final int HEIGHT = 84;

    /** Where the progress has lines to read it by. */
    static final List<Integer> GRID = List.of(0, 50, 100);

    /**
     * One poll.
     *
     * @param x where it stands, in pixels
     * @param y how high its progress is, in pixels; the bottom when it tells none
     * @param words what it showed
     * @param broken the clauses that it broke
     */
    record Poll(int x, int y, boolean progress, String words, List<String> broken) {}

    /**
     * Polls that follow each other and show the same.
     *
     * @param number which outcome of the plot it is, counted from 0
     */
    record Band(int x, int width, String outcome, int number) {

        String words() {
            return (number + 1) + " " + outcome;
        }
    }

    /** How high a progress stands, in pixels from the top. */
    static int height(int percent) {
        return TOP + HEIGHT - Math.max(0, Math.min(100, percent)) * HEIGHT / 100;
    }

    /** The outcomes that it shows, each once. */
    List<Band> outcomes() {
        List<Band> outcomes = new ArrayList<>();
        bands.stream().filter(band -> band.number() == outcomes.size()).forEach(outcomes::add);
        return outcomes;
    }

    /** Whether something changed from one poll to the next. */
    boolean isTelling() {
        return bands.size() > 1 || polls.stream().map(Poll::broken).distinct().count() > 1;
    }

    /** The clauses that broke, and at which polls. */
    Map<String, String> faults() {
        Map<String, List<Integer>> numbers = new LinkedHashMap<>();
        for (int index = 0; index < polls.size(); index++) {
            for (String clause : polls.get(index).broken()) {
                numbers.computeIfAbsent(clause, first -> new ArrayList<>()).add(index + 1);
            }
        }
        Map<String, String> faults = new LinkedHashMap<>();
        numbers.forEach((clause, at) -> faults.put(clause, at.size() == polls.size() ? "at each poll" : at(at)));
        return faults;
    }

    /** Some numbers in words, those that follow each other as one. */
    private static String at(List<Integer> numbers) {
        StringBuilder words = new StringBuilder(numbers.size() == 1 ? "at poll " : "at polls ");
        for (int index = 0; index < numbers.size(); index++) {
            int first = index;
            while (index + 1 < numbers.size() && numbers.get(index + 1) == numbers.get(index) + 1) {
                index++;
            }
            words.append(first == 0 ? "" : ", ").append(numbers.get(first));
            words.append(index == first ? "" : "–" + numbers.get(index));
        }
        return words.toString();
    }

    /** All of it for those who do not see it. */
    String words() {
        return title + ": "
                + bands.stream().map(Band::outcome).collect(Collectors.joining(", then "))
                + faults().entrySet().stream()
                        .map(fault -> "; " + fault.getKey() + " broken " + fault.getValue())
                        .collect(Collectors.joining());
    }

    /** The points of a line through the progress of all polls. */
    String line() {
        return polls.stream()
                .filter(Poll::progress)
                .map(poll -> poll.x() + "," + poll.y())
                .collect(Collectors.joining(" "));
    }

    /** One for each task that was read more than once with a valid token. */
    static List<Plot> of(Contract contract, ScenarioResult scenario) {
        Map<Key, List<Exchange>> timelines = scenario.exchanges().stream()
                .filter(exchange -> exchange.request().credential() == Credential.VALID_TOKEN)
                .collect(Collectors.groupingBy(
                        exchange -> exchange.request().key(), LinkedHashMap::new, Collectors.toList()));
        return timelines.values().stream()
                .map(Plot::polls)
                .filter(timeline -> timeline.size() > 1)
                .map(timeline -> of(contract, scenario, timeline))
                .toList();
    }

    /** By another method than the first, something else was asked for. */
    private static List<Exchange> polls(List<Exchange> timeline) {
        String method = timeline.get(0).request().method();
        return timeline.stream()
                .filter(exchange -> exchange.request().method().equals(method))
                .toList();
    }

    private static Plot of(Contract contract, ScenarioResult scenario, List<Exchange> seen) {
        // Those that were sent at the same time are in no order but that of their answers.
        List<Exchange> timeline =
                seen.stream().sorted(Comparator.comparing(Plot::answered)).toList();
        Instant first = answered(timeline.get(0));
        long took = Math.max(
                1,
                Duration.between(first, answered(timeline.get(timeline.size() - 1)))
                        .toMillis());
        List<Poll> polls = new ArrayList<>();
        List<Band> bands = new ArrayList<>();
        List<String> outcomes = new ArrayList<>();
        for (Exchange exchange : timeline) {
            int x = LEFT
                    + (int) Math.min(
                            WIDTH, Duration.between(first, answered(exchange)).toMillis() * WIDTH / took);
            JsonNode body = body(exchange.response());
            String outcome = outcome(contract, exchange.response(), body);
            Integer percent = progress(body);
            int y = height(percent == null ? 0 : percent);
            polls.add(new Poll(
                    x,
                    y,
                    percent != null,
                    outcome + (percent == null ? "" : ", " + percent),
                    brokenBy(scenario, exchange)));
            if (!outcomes.contains(outcome)) {
                outcomes.add(outcome);
            }
            int number = outcomes.indexOf(outcome);
            if (!bands.isEmpty()) {
                Band before = bands.remove(bands.size() - 1);
                bands.add(new Band(before.x(), x - before.x(), before.outcome(), before.number()));
                if (before.number() == number) {
                    continue;
                }
            }
            bands.add(new Band(x, 0, outcome, number));
        }
        return new Plot(scenario.title(), polls, bands, took);
    }

    private static Instant answered(Exchange exchange) {
        return exchange.start().plus(exchange.took());
    }

    private static @Nullable JsonNode body(@Nullable Response response) {
        return response == null ? null : JsonBody.parse(response.body()).value();
    }

    private static String outcome(Contract contract, @Nullable Response response, @Nullable JsonNode body) {
        return response == null ? "no answer" : Excerpt.of(contract.lifecycle().outcome(response.status(), body), 40);
    }

    /** The first whole number of the body; a contract says how far a task is in nothing else. */
    private static @Nullable Integer progress(@Nullable JsonNode body) {
        return body == null
                ? null
                : body.valueStream()
                        .filter(JsonNode::isInt)
                        .map(JsonNode::asInt)
                        .findFirst()
                        .orElse(null);
    }

    private static List<String> brokenBy(ScenarioResult scenario, Exchange exchange) {
        return scenario.findings().stream()
                .filter(finding -> exchange.equals(finding.exchange()))
                .map(finding -> finding.clause())
                .collect(Collectors.collectingAndThen(Collectors.toCollection(LinkedHashSet::new), List::copyOf));
    }
}
