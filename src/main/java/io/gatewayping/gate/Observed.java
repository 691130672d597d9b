package io.gatewayping.gate;

import io.gatewayping.contract.Contract;
import io.gatewayping.contract.Rule;
import io.gatewayping.exchange.Credential;
import io.gatewayping.exchange.Exchange;
import io.gatewayping.exchange.Key;
import io.gatewayping.exchange.Request;
import io.gatewayping.exchange.Timeline;
import io.gatewayping.judge.Finding;
import io.gatewayping.judge.Judgement;
import io.gatewayping.judge.TimelineJudge;
import io.gatewayping.state.Arranged;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What one scenario observed, and the judgement on it. */
final class Observed {

    /** Who reads as long as one reads at a time. */
    private static final int ALONE = 0;

    private static final String NO_STATE = "";

    private final Contract contract;
    private final boolean promised;
    private final Map<Key, Arranged> arranged = new LinkedHashMap<>();
    private final Map<Key, String> states = new HashMap<>();
    private final List<Read> reads = new ArrayList<>();
    private final Map<Group, TimelineJudge> judges = new HashMap<>();
    private @Nullable Judgement judgement;

    /**
     * One exchange.
     *
     * @param client whose; the answers to one client are in order, those to several are not
     * @param moment the state that it shows by itself, whatever was asked for, or null
     */
    private record Read(Exchange exchange, int client, @Nullable String moment) {}

    /** What makes a timeline. */
    private record Group(Object about, int client) {}

    /**
     * What is observed by one scenario.
     *
     * @param promised whether tasks are brought into states as the contract has them, and not found in them
     */
    Observed(Contract contract, boolean promised) {
        this.contract = contract;
        this.promised = promised;
    }

    void arranged(Arranged next) {
        arranged.put(next.key(), next);
        if (next.other() != null) {
            arranged.put(next.other(), next);
        }
    }

    /** A task is in a state that nobody arranged. */
    void is(Key key, String state) {
        states.putIfAbsent(key, state);
    }

    void add(Exchange exchange) {
        add(exchange, ALONE);
    }

    void add(Exchange exchange, int client) {
        add(new Read(exchange, client, null));
    }

    /** One that tells nothing of what was asked for. */
    void addOfTheMoment(Exchange exchange, String state) {
        add(new Read(exchange, ALONE, state));
    }

    private void add(Read read) {
        reads.add(read);
        judgement = null;
    }

    List<Exchange> exchanges() {
        return reads.stream().map(Read::exchange).toList();
    }

    /** What a client that proved itself was answered about a task, in order. */
    List<Exchange> about(Key key) {
        return reads.stream()
                .filter(read -> read.moment() == null)
                .map(Read::exchange)
                .filter(exchange -> exchange.request().key().equals(key) && isAuthenticated(exchange))
                .toList();
    }

    /** The judgement on all exchanges so far, made anew only when there are more of them. */
    Judgement judgement() {
        if (judgement == null) {
            judgement = judged();
        }
        return judgement;
    }

    /** Whether some answers tell of a task what those about another do not, without a valid token. */
    boolean tellsApart() {
        Set<String> alike = contract.responseRules(contract.underTest()).stream()
                .filter(rule -> rule.program().isTransition())
                .map(Rule::id)
                .collect(Collectors.toSet());
        return judgement().findings().stream().map(Finding::clause).anyMatch(alike::contains);
    }

    private Judgement judged() {
        Set<String> evaluated = new LinkedHashSet<>();
        List<Finding> findings = new ArrayList<>();
        List<String> unjudged = new ArrayList<>();
        for (Map.Entry<Group, List<Exchange>> group : grouped().entrySet()) {
            Judgement one = judges.computeIfAbsent(group.getKey(), it -> new TimelineJudge(contract))
                    .judge(timeline(group.getKey(), group.getValue()));
            evaluated.addAll(one.evaluated());
            findings.addAll(one.findings());
            unjudged.addAll(one.unjudged());
        }
        return new Judgement(evaluated, findings, unjudged);
    }

    /**
     * With a valid token, the exchanges of one key; without, those that carried the same credential, whatever they asked
     * for, since their answers may not depend on it.
     */
    private Map<Group, List<Exchange>> grouped() {
        return reads.stream()
                .collect(Collectors.groupingBy(
                        read -> new Group(about(read), read.client()),
                        LinkedHashMap::new,
                        Collectors.mapping(Read::exchange, Collectors.toList())));
    }

    private static Object about(Read read) {
        Request request = read.exchange().request();
        if (read.moment() != null) {
            return read.moment();
        }
        return isAuthenticated(read.exchange()) ? request.key() : request.credential();
    }

    private Timeline timeline(Group group, List<Exchange> exchanges) {
        Object about = group.about();
        boolean alone = group.client() == ALONE;
        if (about instanceof String moment) {
            return new Timeline(moment, null, exchanges, false, alone);
        }
        if (!(about instanceof Key key)) {
            return new Timeline(null, exchanges);
        }
        Arranged known = arranged.get(key);
        if (known == null) {
            return new Timeline(states.getOrDefault(key, unarranged(key)), null, exchanges, promised, alone);
        }
        return key.equals(known.key())
                ? new Timeline(known.state(), known.other(), exchanges, promised, alone)
                : new Timeline(known.elsewhere(), null, exchanges, promised, alone);
    }

    /** What names no task, as the path of a start, is in no state. */
    private String unarranged(Key key) {
        return key.parameters().containsKey(contract.keys().id())
                ? contract.unarranged().name()
                : NO_STATE;
    }

    private static boolean isAuthenticated(Exchange exchange) {
        return exchange.request().credential() == Credential.VALID_TOKEN;
    }
}
