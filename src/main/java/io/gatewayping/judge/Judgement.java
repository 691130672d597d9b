package io.gatewayping.judge;

import java.util.List;
import java.util.Set;

/**
 * What came of judging a timeline.
 *
 * @param evaluated the ids of the clauses that there was something to judge by
 * @param findings every clause that was broken
 * @param unjudged why something could not be judged, in words
 */
public record Judgement(Set<String> evaluated, List<Finding> findings, List<String> unjudged) {}
