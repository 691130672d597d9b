package io.gatewayping.state;

import io.gatewayping.contract.Contract;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a caller may do on a live deployment, and with what.
 *
 * @param parameters the values of path parameters that no start brings about, by name: the owner's among them
 * @param otherOwner another owner that the caller may read, or null
 * @param members the members of the body of a start that are not as in the contract's example
 * @param failing those that start a task which fails, or null
 * @param starts how many tasks are started at most
 * @param interval from one poll to the next
 * @param deadline how long a task is polled to its end
 */
public record Visit(
        Map<String, String> parameters,
        @Nullable String otherOwner,
        Map<String, ?> members,
        @Nullable Map<String, ?> failing,
        int starts,
        Duration interval,
        Duration deadline) {

    /** The owner of what is started; empty where the contract knows none. */
    public String owner(Contract contract) {
        return contract.keys()
                .owner()
                .map(name -> parameters.getOrDefault(name, ""))
                .orElse("");
    }
}
