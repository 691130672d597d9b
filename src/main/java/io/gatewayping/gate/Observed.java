package io.gatewayping.gate;

import io.gatewayping.contract.Contract;
import io.gatewayping.exchange.Credential;
import io.gatewayping.exchange.Exchange;
import io.gatewayping.exchange.Key;
import io.gatewayping.exchange.Timeline;
import io.gatewayping.judge.Finding;
import io.gatewayping.judge.Judge;
import io.gatewayping.judge.Judgement;
import java.util.ArrayList;
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

    private final Contract contract;
    private final Map<Key, Arranged> arranged = new LinkedHashMap<>();
    private final List<Read> reads = new ArrayList<>();
    private @Nullable Judgement judgement;

    /**
     * One exchange.
     *
     * @param client whose; the answers to one client are in order, those to several are not
     */
    private record Read(Exchange exchange, int client) {}

    /** What makes a timeline. */
    private record Group(Object about, int client) {}

    Observed(Contract contract) {
        this.contract = contract;
    }

    void arranged(Arranged next) {
        arranged.put(next.key(), next);
        if (next.other() != null) {
            arranged.put(next.other(), next);
        }
    }

    void add(Exchange exchange) {
        add(exchange, ALONE);
    }

    void add(Exchange exchange, int client) {
        reads.add(new Read(exchange, client));
        judgement = null;
    }

    List<Exchange> exchanges() {
        return reads.stream().map(Read::exchange).toList();
    }

    /** What a client that proved itself was answered about a task, in order. */
    List<Exchange> about(Key key) {
        return exchanges().stream()
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

    private Judgement judged() {
        Set<String> evaluated = new LinkedHashSet<>();
        List<Finding> findings = new ArrayList<>();
        List<String> unjudged = new ArrayList<>();
        for (Timeline timeline : timelines()) {
            Judgement one = new Judge(contract).judge(timeline);
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
    private List<Timeline> timelines() {
        Map<Group, List<Exchange>> grouped = reads.stream()
                .collect(Collectors.groupingBy(
                        read -> new Group(
                                isAuthenticated(read.exchange())
                                        ? read.exchange().request().key()
                                        : read.exchange().request().credential(),
                                read.client()),
                        LinkedHashMap::new,
                        Collectors.mapping(Read::exchange, Collectors.toList())));
        return grouped.entrySet().stream()
                .map(group -> timeline(group.getKey().about(), group.getValue()))
                .toList();
    }

    private Timeline timeline(Object about, List<Exchange> exchanges) {
        if (!(about instanceof Key key)) {
            return new Timeline(null, exchanges);
        }
        Arranged known = arranged.get(key);
        if (known == null) {
            return new Timeline(contract.unarranged().name(), exchanges);
        }
        return key.equals(known.key())
                ? new Timeline(known.state().name(), known.other(), exchanges)
                : new Timeline(known.elsewhere(), exchanges);
    }

    private static boolean isAuthenticated(Exchange exchange) {
        return exchange.request().credential() == Credential.VALID_TOKEN;
    }
}
