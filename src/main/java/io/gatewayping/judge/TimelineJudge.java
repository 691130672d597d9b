package io.gatewayping.judge;

import io.gatewayping.contract.Contract;
import io.gatewayping.exchange.Timeline;
import java.util.List;

/** Judges one timeline by the whole contract, again and again as it grows: what was judged is not judged anew. */
public final class TimelineJudge {

    private final Contract contract;
    private Timeline last = new Timeline(null, List.of());
    private Draft draft = new Draft();
    private ExchangeJudge each;

    /** Judges by this contract. */
    public TimelineJudge(Contract contract) {
        this.contract = contract;
        each = new ExchangeJudge(contract, last, draft);
    }

    /** The judgement on a timeline, which may be any; it is made from the one before, if that goes on in it. */
    public Judgement judge(Timeline timeline) {
        boolean goesOn = timeline.goesOnFrom(last);
        if (!goesOn) {
            draft = new Draft();
            each = new ExchangeJudge(contract, timeline, draft);
        }
        timeline.exchanges().stream().skip(goesOn ? last.exchanges().size() : 0).forEach(each::judge);
        last = timeline;
        Draft whole = draft.copy();
        new SeriesJudge(contract, whole).judge(timeline);
        return whole.judgement();
    }
}
