package io.gatewayping.proof;

import io.gatewayping.counterexample.Oddity;
import io.gatewayping.gate.Verdict;
import java.util.List;

/**
 * What became of one oddity.
 *
 * @param oddity what was served
 * @param verdict what the gate said, which must be that it conforms
 * @param reasons why it said anything else, in words
 */
public record OddTrial(Oddity oddity, Verdict verdict, List<String> reasons) {}
