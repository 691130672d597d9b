package io.gatewayping.cli;

import io.gatewayping.contract.Contract;
import io.gatewayping.stub.Stub;
import java.io.PrintWriter;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code gate stub}: serves the contract's examples. */
@Command(
        name = "stub",
        description = "Serve the contract's examples: a provider for consumers' teams to develop against.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {"%nExamples:", "  gate stub", "  gate stub --port 0 --token let-me-in"})
final class StubCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private ContractOption contractOption = new ContractOption();

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "8080",
            description = "Where to listen; 0 for a free port (default: ${DEFAULT-VALUE}).")
    private int port;

    @Option(
            names = "--host",
            paramLabel = "ADDRESS",
            defaultValue = "127.0.0.1",
            description = "The address to listen on (default: ${DEFAULT-VALUE}).")
    private String host = "";

    @Option(
            names = "--token",
            paramLabel = "TOKEN",
            defaultValue = "stub-token",
            description = "The only bearer token that is let in (default: ${DEFAULT-VALUE}).")
    private String token = "";

    @Override
    public Integer call() throws InterruptedException {
        if (port < 0 || port > 65535) {
            throw new UsageError("--port " + port + " is no port: 0 to 65535");
        }
        if (token.isBlank()) {
            throw new UsageError("--token is empty");
        }
        Contract contract = contractOption.load();
        try (Stub stub = Stub.start(contract, host, port, token)) {
            explain(contract, stub, Objects.requireNonNull(spec).commandLine().getOut());
            CountDownLatch stop = new CountDownLatch(1);
            Thread server = Thread.currentThread();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                stop.countDown();
                joined(server);
            }));
            stop.await();
            return 0;
        } catch (Stub.NotStarted e) {
            throw new UsageError(e.getMessage() + "; name another --port, or 0 for a free one");
        }
    }

    /** Lets the stub close its connections before the process ends. */
    private static void joined(Thread server) {
        try {
            server.join(2_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void explain(Contract contract, Stub stub, PrintWriter out) {
        out.printf("The stub listens on %s%n%n", stub.baseUrl());
        out.printf("Start a ping test, then poll the location that it answers:%n");
        out.printf(
                "  curl -sS -X POST -H 'Authorization: Bearer %s' -H 'Content-Type: application/json' \\%n"
                        + "    -d '{\"destination\": \"www.google.com\"}' \\%n"
                        + "    %s/network-troubleshooting/v1alpha1/gateways/CNF7K9X0AB/ping%n%n",
                token, stub.baseUrl());
        out.printf("Or bring a ping test into a state of your choice:%n");
        out.printf(
                "  curl -sS -X POST -H 'Content-Type: application/json' \\%n"
                        + "    -d '{\"state\": \"a ping test has failed\", \"action\": \"setup\", \"params\": "
                        + "{\"serialNumber\": \"CNF7K9X0AB\", \"taskId\": \"c7a3f2d1-e8a9-4b7c-8d1e-0f9a3b2c1d0e\"}}' \\%n"
                        + "    %s%n%n",
                stub.stateUrl());
        out.printf("States:%n");
        contract.states().forEach(state -> out.printf("  %s%n", state.name()));
        out.printf("%nCtrl-C stops it.%n");
        out.flush();
    }
}
