package io.gatewayping.cli;

import io.gatewayping.broker.Broker;
import io.gatewayping.broker.BrokerFault;
import io.gatewayping.gate.Verdict;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code gate pacts record-deployment}: tells a broker what is deployed where. */
@Command(
        name = "record-deployment",
        description = "Record in a broker that a version is deployed, in the place of the one before it.",
        sortOptions = false,
        footer = {"%nExamples:", "  gate pacts record-deployment --environment production"})
final class RecordDeploymentCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private PacticipantOption pacticipantOption = new PacticipantOption();

    @Mixin
    private BrokerOption brokerOption = new BrokerOption();

    @Override
    public Integer call() throws BrokerFault {
        String pacticipant = pacticipantOption.name();
        String version = pacticipantOption.version();
        String environment = pacticipantOption.environment();
        try (Broker broker = new Broker(brokerOption.access())) {
            broker.recordDeployment(pacticipant, version, environment);
        }
        Objects.requireNonNull(spec)
                .commandLine()
                .getOut()
                .printf("recorded: %s %s is deployed to %s%n", pacticipant, version, environment);
        return Verdict.CONFORMS.exitCode();
    }
}
