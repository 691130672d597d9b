package io.gatewayping.cli;

import io.gatewayping.contract.Contract;
import io.gatewayping.contract.Noun;
import io.gatewayping.state.Advice;
import io.gatewayping.state.Visit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** What a caller may do on a live deployment. */
final class LiveOption {

    static final String LIVE = "--live";

    private static final Duration POLL_DEADLINE = Duration.ofMinutes(5);

    /** The member of the body of a start that asks for all that there is to judge. */
    private static final String RAW_OUTPUT = "includeRawOutput";

    private static final List<String> OF_LIVE = List.of(
            "--gateway",
            "--other-gateway",
            "--path-param",
            "--destination",
            "--failing-destination",
            "--rate",
            "--max-requests",
            "--max-starts",
            "--poll-interval");

    @Option(
            names = LIVE,
            description = "Judge a deployment without a state-change URL, as any caller can: ping tests are started, or"
                    + " what another contract has in their place.")
    private boolean live;

    @Option(
            names = {"--gateway", "--owner"},
            paramLabel = "SERIAL",
            description = "The gateway to start ping tests on; with another contract, the owner of what is started.")
    private @Nullable String owner;

    @Option(
            names = {"--other-gateway", "--other-owner"},
            paramLabel = "SERIAL",
            description = "A second gateway, or owner, of the same tenant.")
    private @Nullable String otherOwner;

    @Option(
            names = Advice.PATH_PARAMETER,
            paramLabel = "NAME=VALUE",
            split = ConfigFile.BETWEEN_VALUES,
            description = "What else the paths of another contract name, as in --path-param site-id=campus-0042; once"
                    + " for each.")
    private List<String> pathParameters = new ArrayList<>();

    @Option(
            names = "--destination",
            paramLabel = "HOST",
            description = "What is pinged: the destination of a start (default: as in the contract's example).")
    private @Nullable String destination;

    @Option(
            names = "--failing-destination",
            paramLabel = "HOST",
            description = "What is pinged to see a test fail (default: none, not exercised).")
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
            defaultValue = "200",
            description = "How many requests are sent at most (default: ${DEFAULT-VALUE}).")
    private int requests;

    @Option(
            names = "--max-starts",
            paramLabel = "NUMBER",
            defaultValue = "3",
            description = "How many tests are started at most (default: ${DEFAULT-VALUE}).")
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

    /** Whether it was said where to start tests. */
    boolean hasOwner() {
        return owner != null && !owner.isBlank();
    }

    /**
     * Nothing is dropped in silence.
     *
     * @param needed the option that would make it live
     */
    static void refuseWithoutLive(CommandSpec command, String needed) {
        Set<String> given = GivenOptions.of(command).keySet();
        OF_LIVE.stream().filter(given::contains).findFirst().ifPresent(unused -> {
            throw new UsageError(GivenOptions.spelt(command, unused) + " needs " + needed
                    + ": a state-change URL arranges fresh keys, and is asked freely");
        });
    }

    /** What was said, held to the contract. */
    Visit visit(Contract contract, @Nullable Duration deadline) {
        Advice advice = new Advice(contract);
        if (contract.supporting().isEmpty()) {
            throw new UsageError(asked(advice) + " needs a contract with an operation that starts tasks");
        }
        Map<String, String> parameters = parameters(contract, advice);
        if (!(rate > 0) || requests < 1 || starts < 1) {
            throw new UsageError("--rate, --max-requests and --max-starts are above 0");
        }
        return new Visit(
                parameters,
                otherOwner,
                members(contract, advice, "--destination", destination),
                failingDestination == null
                        ? null
                        : members(contract, advice, "--failing-destination", failingDestination),
                starts,
                interval,
                deadline == null ? POLL_DEADLINE : deadline);
    }

    private Map<String, String> parameters(Contract contract, Advice advice) {
        PathValues values = new PathValues(contract);
        Map<String, String> parameters = new LinkedHashMap<>();
        Optional<String> ofTheOwner = contract.keys().owner();
        if (ofTheOwner.isEmpty() && (owner != null || otherOwner != null)) {
            throw new UsageError((owner == null ? advice.otherOwnerOption() : advice.ownerOption())
                    + " has no use: no path of the contract names an owner");
        }
        if (ofTheOwner.isPresent()) {
            parameters.put(ofTheOwner.get(), checkedOwner(contract, advice, values, ofTheOwner.get()));
        }
        parameters.putAll(values.read(asked(advice), pathParameters));
        return parameters;
    }

    /** The option by which a deployment is tried: naming an owner is enough to a doctor. */
    private String asked(Advice advice) {
        return live ? LIVE : advice.ownerOption();
    }

    private String checkedOwner(Contract contract, Advice advice, PathValues values, String parameter) {
        String option = advice.ownerOption();
        if (owner == null || owner.isBlank()) {
            throw new UsageError("--live needs " + option + ", the " + parameter.replaceAll("[^A-Za-z0-9]+", " ")
                    + " of " + advice.owner().orElseThrow().one() + " to start "
                    + new Noun(contract.task()).several() + " on");
        }
        values.check(option, parameter, owner);
        if (otherOwner != null) {
            values.check(advice.otherOwnerOption(), parameter, otherOwner);
        }
        if (owner.equals(otherOwner)) {
            throw new UsageError(advice.otherOwnerOption() + " is the same as " + option
                    + "; name a second one of the tenant, or none");
        }
        return owner;
    }

    /** What is about to be done, before the first request. */
    String announcement(Contract contract, Visit visit, String baseUrl) {
        Advice advice = new Advice(contract);
        String others = advice.pathParameters().stream()
                .map(name -> name + " " + visit.parameters().get(name))
                .collect(Collectors.joining(", "));
        return "about to judge " + baseUrl + " as a caller can: at most " + starts + " "
                + new Noun(contract.task()).several()
                + advice.owner()
                        .map(noun -> " on the " + noun + " " + visit.owner(contract))
                        .orElse("")
                + (others.isEmpty() ? "" : " (" + others + ")")
                + (otherOwner == null ? "" : ", none on " + otherOwner)
                + ", one at a time; at most " + requests + " requests, " + (rate == 1 ? "one" : rate) + " a second";
    }

    int requests() {
        return requests;
    }

    Duration betweenRequests() {
        return Duration.ofNanos((long) (Duration.ofSeconds(1).toNanos() / rate));
    }

    /** A member that the contract does not know is not sent. */
    private static Map<String, Object> members(
            Contract contract, Advice advice, String option, @Nullable String destination) {
        Map<String, Object> members = new LinkedHashMap<>();
        if (destination != null) {
            if (!advice.isTaken(Advice.DESTINATION)) {
                throw new UsageError(option + " has no use: the start of " + new Noun(contract.task()).one()
                        + " takes no " + Advice.DESTINATION + "; what it is started with is the example of its request"
                        + " in the contract: change that one");
            }
            if (destination.isBlank()) {
                throw new UsageError(option + " is empty: name a host or an address to ping");
            }
            members.put(Advice.DESTINATION, destination);
        }
        if (advice.isTaken(RAW_OUTPUT)) {
            members.put(RAW_OUTPUT, true);
        }
        return members;
    }
}
