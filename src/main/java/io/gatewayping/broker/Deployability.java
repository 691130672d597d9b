package io.gatewayping.broker;

import io.gatewayping.gate.Verdict;
import java.util.List;

/**
 * The broker's answer to: can I deploy?
 *
 * @param verdict yes, no, or not known
 * @param reason in the broker's words
 * @param links to the verification results that it rests on
 */
public record Deployability(Verdict verdict, String reason, List<String> links) {}
