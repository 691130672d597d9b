package io.gatewayping.judge;

import io.gatewayping.contract.Contract;
import io.gatewayping.exchange.Exchange;
import io.gatewayping.exchange.Timeline;
import java.util.List;

/** Judges by one contract. Immutable, safe for use by many threads. */
public final class Judge {

    private final Contract contract;

    /** Judges by this contract. */
    public Judge(Contract contract) {
        this.contract = contract;
    }

    /** Judges one exchange. */
    public Judgement judge(Exchange exchange) {
        return judge(new Timeline(null, List.of(exchange)));
    }

    /** Judges the exchanges of one task, each by itself and against the one before. */
    public Judgement judge(Timeline timeline) {
        return new TimelineJudge(contract).judge(timeline);
    }

    /** Judges what a consumer sends and needs; what it leaves out of the response it does not need. */
    public ExpectationJudgement judge(Expectation expectation) {
        return new ExpectationJudge(contract).judge(expectation);
    }
}
