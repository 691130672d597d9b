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
import java.util.Locale;
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

    @Override
    public Integer call() throws BrokerFault, InterruptedException {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        String pacticipant = pacticipantOption.name();
        String version = pacticipantOption.version();
        Poller poller = new Poller(
                Clock.systemUTC(),
                time -> Thread.sleep(time.toMillis()),
                Objects.requireNonNullElse(patience, Duration.ZERO));
        try (Broker broker = new Broker(brokerOption.access())) {
            List<Deployability> answers = poller.poll(
                    () -> broker.canIDeploy(pacticipant, version, pacticipantOption.environment()),
                    answer -> isKnown(answer, out));
            return told(answers, pacticipant + " " + version, out);
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
        last.links().forEach(link -> out.printf("  %s%n", link));
        if (last.verdict() == Verdict.INCONCLUSIVE) {
            out.printf(
                    Locale.ROOT,
                    "  asked %d times%s%n",
                    answers.size(),
                    patience == null ? "; --wait waits for the answer" : ", until the deadline");
        }
        out.flush();
        return last.verdict().exitCode();
    }
}
