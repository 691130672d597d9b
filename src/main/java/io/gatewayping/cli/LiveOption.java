package io.gatewayping.cli;

import io.gatewayping.state.Visit;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What a caller may do on a live deployment. */
final class LiveOption {

    private static final Duration POLL_DEADLINE = Duration.ofMinutes(5);

    private static final List<String> OF_LIVE = List.of(
            "--gateway",
            "--other-gateway",
            "--destination",
            "--failing-destination",
            "--rate",
            "--max-requests",
            "--max-starts",
            "--poll-interval");

    @Option(
            names = "--live",
            description = "Judge a deployment without a state-change URL, as any caller can: ping tests are started.")
    private boolean live;

    @Option(names = "--gateway", paramLabel = "SERIAL", description = "The gateway to start ping tests on.")
    private @Nullable String gateway;

    @Option(names = "--other-gateway", paramLabel = "SERIAL", description = "A second gateway of the same tenant.")
    private @Nullable String otherGateway;

    @Option(
            names = "--destination",
            paramLabel = "HOST",
            description = "What is pinged (default: as in the contract's example).")
    private @Nullable String destination;

    @Option(
            names = "--failing-destination",
            paramLabel = "HOST",
            description = "What is pinged to see a ping test fail (default: none, not exercised).")
    private @Nullable String failingDestination;

    @Option(
            names = "--rate",
            paramLabel = "NUMBER",
            defaultValue = "1",
            description = "How many requests are sent in a second (default: ${DEFAULT-VALUE}).")
    private double rate;

    @Option(
            names = "--max-requests",
            paramLabel = "NUMBER",
            defaultValue = "150",
            description = "How many requests are sent at most (default: ${DEFAULT-VALUE}).")
    private int requests;

    @Option(
            names = "--max-starts",
            paramLabel = "NUMBER",
            defaultValue = "3",
            description = "How many ping tests are started at most (default: ${DEFAULT-VALUE}).")
    private int starts;

    @Option(
            names = "--poll-interval",
            paramLabel = "TIME",
            defaultValue = "5s",
            converter = DurationConverter.class,
            description = "How long a poll waits for the next (default: ${DEFAULT-VALUE}).")
    private Duration interval = Duration.ZERO;

    boolean isLive() {
        return live;
    }

    /** Whether it was said where to start ping tests. */
    boolean hasGateway() {
        return gateway != null && !gateway.isBlank();
    }

    /**
     * Nothing is dropped in silence.
     *
     * @param given the names of all options that were given
     */
    static void refuseWithoutLive(Set<String> given) {
        OF_LIVE.stream().filter(given::contains).findFirst().ifPresent(unused -> {
            throw new UsageError(unused + " needs --live: a state-change URL arranges fresh keys, and is asked freely");
        });
    }

    /** What was said. */
    Visit visit(@Nullable Duration deadline) {
        if (gateway == null || gateway.isBlank()) {
            throw new UsageError("--live needs --gateway, the serial number of a gateway to start ping tests on");
        }
        if (gateway.equals(otherGateway)) {
            throw new UsageError("--other-gateway is the same as --gateway; name a second one of the tenant, or none");
        }
        if (!(rate > 0) || requests < 1 || starts < 1) {
            throw new UsageError("--rate, --max-requests and --max-starts are above 0");
        }
        return new Visit(
                gateway,
                otherGateway,
                members(destination),
                failingDestination == null ? null : members(failingDestination),
                starts,
                interval,
                deadline == null ? POLL_DEADLINE : deadline);
    }

    /** What is about to be done, before the first request. */
    String announcement(String baseUrl) {
        return "about to judge " + baseUrl + " as a caller can: at most " + starts + " ping tests on the gateway "
                + gateway + (otherGateway == null ? "" : ", none on " + otherGateway)
                + ", one at a time; at most " + requests + " requests, " + (rate == 1 ? "one" : rate) + " a second";
    }

    int requests() {
        return requests;
    }

    Duration betweenRequests() {
        return Duration.ofNanos((long) (Duration.ofSeconds(1).toNanos() / rate));
    }

    private static Map<String, Object> members(@Nullable String destination) {
        Map<String, Object> members = new LinkedHashMap<>();
        if (destination != null) {
            members.put("destination", destination);
        }
        members.put("includeRawOutput", true);
        return members;
    }
}
