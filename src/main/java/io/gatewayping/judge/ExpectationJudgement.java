package io.gatewayping.judge;

import io.gatewayping.exchange.Response;
import java.util.List;

/**
 * What came of judging an expectation.
 *
 * @param judgement of what is sent and of what is needed
 * @param answers that conform and hold what is needed, each filled up from another example of the contract; then those
 *     examples themselves; none when no answer conforms that holds what is needed
 */
public record ExpectationJudgement(Judgement judgement, List<Response> answers) {}
