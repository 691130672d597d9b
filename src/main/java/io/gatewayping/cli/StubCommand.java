package io.gatewayping.cli;

import io.gatewayping.contract.Contract;
import io.gatewayping.contract.Noun;
import io.gatewayping.contract.Operation;
import io.gatewayping.contract.Security;
import io.gatewayping.exchange.Scheme;
import io.gatewayping.stub.Stub;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

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
            description = "The only token that is let in (default: ${DEFAULT-VALUE}).")
    private String token = "";

    @Option(
            names = {"-v", "--log"},
            description = "Tell each request on the standard error: method, path, status; no token.")
    private boolean log;

    @Override
    public Integer call() throws InterruptedException {
        if (port < 0 || port > 65535) {
            throw new UsageError("--port " + port + " is no port: 0 to 65535");
        }
        if (!token.matches("[\\x21-\\x7e]+")) {
            throw new UsageError("--token takes letters, digits and signs of ASCII, without blanks");
        }
        Contract contract = contractOption.load();
        try (Stub stub = start(contract)) {
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
            throw new UsageError(
                    e.getMessage() + "; name another --port, 0 for a free one, or a --host of this machine");
        }
    }

    private Stub start(Contract contract) throws Stub.NotStarted {
        PrintWriter err = Objects.requireNonNull(spec).commandLine().getErr();
        return log ? Stub.start(contract, host, port, token, err::println) : Stub.start(contract, host, port, token);
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
        contract.supporting().filter(it -> contract.started().isPresent()).ifPresent(start -> {
            out.printf("Start %s, then poll the location that it answers:%n", new Noun(contract.task()).one());
            out.printf(
                    "  curl -sS -X %s %s \\%n    %s%n%n",
                    start.method(),
                    arguments(contract, start),
                    quoted(stub.baseUrl() + start.target(contract.keys().example())));
        });
        out.printf("Or bring %s into a state of your choice, then read it:%n", new Noun(contract.task()).one());
        out.printf(
                "  curl -sS -X POST -H 'Content-Type: application/json' \\%n    -d %s \\%n    %s%n",
                quoted(change(contract)), stub.stateUrl());
        Operation read = contract.underTest();
        out.printf(
                "  curl -sS %s \\%n    %s%n%n",
                arguments(contract, read),
                quoted(stub.baseUrl() + read.target(contract.keys().example())));
        out.printf("States:%n");
        contract.states().forEach(state -> out.printf("  %s%n", state.name()));
        out.printf("%nCtrl-C stops it.%n");
        out.flush();
    }

    /** What curl has to send with a request of an operation. */
    private String arguments(Contract contract, Operation operation) {
        List<String> arguments = new ArrayList<>();
        Security security = operation.security();
        if (security.demand() != Security.Demand.NONE) {
            Scheme scheme = security.scheme();
            arguments.add("-H " + quoted(scheme.header() + ": " + scheme.prefix() + token));
        }
        operation.headers().forEach((name, value) -> arguments.add("-H " + quoted(name + ": " + value)));
        Optional.ofNullable(contract.requestObligations(operation).example()).ifPresent(body -> {
            arguments.add("-H 'Content-Type: application/json'");
            arguments.add("-d " + quoted(body.toString()));
        });
        return String.join(" ", arguments);
    }

    private static String change(Contract contract) {
        ObjectNode change = JsonNodeFactory.instance
                .objectNode()
                .put("state", contract.states().iterator().next().name())
                .put("action", "setup");
        ObjectNode params = change.putObject("params");
        contract.keys().params(contract.keys().example(), null).forEach(params::put);
        return change.toString();
    }

    /** As a shell reads it. */
    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}
