package io.gatewayping.cli;

import io.gatewayping.broker.Broker;
import io.gatewayping.broker.BrokerFault;
import io.gatewayping.broker.Deployability;
import io.gatewayping.exchange.Poller;
import io.gatewayping.gate.Verdict;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code gate pacts can-i-deploy}: asks a broker, and waits while it does not know. */
@Command(
        name = "can-i-deploy",
        description =
                "Ask a broker whether a version can be deployed: exit 0 for yes, 1 for no, 3 when it cannot tell.",
        mixinStandardHelpOptions = false,
        sortOptions = false,
        footer = {
            "%nExamples:",
            "  gate pacts can-i-deploy --environment production --wait 5m",
            "  gate pacts can-i-deploy --pacticipant network-troubleshooting --version 2.1.0 --environment test"
        })
final class CanIDeployCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private PacticipantOption pacticipantOption = new PacticipantOption();

    @Mixin
    private BrokerOption brokerOption = new BrokerOption();

    @Option(
            names = "--wait",
            paramLabel = "TIME",
            converter = DurationConverter.class,
            description = "How long to wait for an answer while the broker does not know (default: not at all).")
    private @Nullable Duration patience;

    private String waitingFor = "";
    private @Nullable BrokerFault fault;

    @Override
    public Integer call() throws BrokerFault, InterruptedException {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        String pacticipant = pacticipantOption.name();
        String version = pacticipantOption.version();
        String environment = pacticipantOption.environment();
        Poller poller = new Poller(
                Clock.systemUTC(),
                time -> Thread.sleep(time.toMillis()),
                Objects.requireNonNullElse(patience, Duration.ZERO),
                Duration.ofSeconds(1));
        try (Broker broker = new Broker(brokerOption.access())) {
            List<Deployability> answers = poller.poll(
                    () -> answer(broker, pacticipant, version, environment), answer -> isKnown(answer, out));
            if (fault != null) {
                throw fault;
            }
            return told(answers, pacticipant + " " + version, out);
        }
    }

    /** Whoever waits also waits for a broker that is started again. */
    private Deployability answer(Broker broker, String pacticipant, String version, String environment)
            throws BrokerFault {
        fault = null;
        try {
            return broker.canIDeploy(pacticipant, version, environment);
        } catch (BrokerFault e) {
            if (!e.isPassing()) {
                throw e;
            }
            fault = e;
            return new Deployability(Verdict.INCONCLUSIVE, String.valueOf(e.getMessage()), List.of());
        }
    }

    /** Whoever waits is told for what. */
    private boolean isKnown(Deployability answer, PrintWriter out) {
        if (answer.verdict() != Verdict.INCONCLUSIVE) {
            return true;
        }
        if (patience != null && !answer.reason().equals(waitingFor)) {
            waitingFor = answer.reason();
            out.printf("waiting: %s%n", waitingFor);
            out.flush();
        }
        return false;
    }

    private int told(List<Deployability> answers, String what, PrintWriter out) {
        Deployability last = answers.get(answers.size() - 1);
        String answer =
                switch (last.verdict()) {
                    case CONFORMS -> "yes, %s can be deployed to %s";
                    case DOES_NOT_CONFORM -> "no, %s cannot be deployed to %s";
                    case INCONCLUSIVE -> "nobody knows whether %s can be deployed to %s";
                };
        out.printf(answer + "%n", what, pacticipantOption.environment());
        out.printf("  %s%n", last.reason());
        last.results().forEach(result -> out.printf("  %s%n", result));
        if (last.verdict() == Verdict.INCONCLUSIVE) {
            out.printf(
                    "  asked %s%s%n",
                    Count.of(answers.size(), "time"),
                    patience == null ? "; --wait waits for the answer" : ", until the deadline");
        }
        out.flush();
        return last.verdict().exitCode();
    }
}
