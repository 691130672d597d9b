package io.gatewayping.contract;

import java.util.List;

/**
 * What the contract says of mutations that break nothing: which they are, and why.
 *
 * @param place where it stands
 * @param clauses the clauses that they try, as {@link Clause#isLike} takes them
 * @param mutations the names of what they do
 * @param why they break nothing
 */
public record Equivalent(String place, List<String> clauses, List<String> mutations, String why) {

    /** Whether it speaks of a mutation that tries a clause. */
    public boolean names(String clause, String mutation) {
        return mutations.contains(mutation) && clauses.stream().anyMatch(pattern -> Clause.isLike(clause, pattern));
    }
}
