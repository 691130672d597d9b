package io.gatewayping.cli;

import io.gatewayping.contract.Contract;
import io.gatewayping.exchange.Poller;
import io.gatewayping.exchange.Sender;
import io.gatewayping.exchange.Transport;
import io.gatewayping.gate.Provider;
import io.gatewayping.gate.Recording;
import io.gatewayping.gate.Replay;
import io.gatewayping.gate.ScenarioResult;
import io.gatewayping.gate.Seed;
import io.gatewayping.gate.Verdict;
import io.gatewayping.judge.Finding;
import io.gatewayping.report.HarFile;
import io.gatewayping.state.ByStateUrl;
import io.gatewayping.state.ProviderStates;
import java.io.PrintWriter;
import java.nio.file.Path;
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
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gate replay}: shows a finding of an earlier run again, or not. */
@Command(
        name = "replay",
        description = "Send again what showed a finding of an earlier run, and say whether it shows again.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "%nExamples:",
            "  gate replay target/gate/exchanges.har",
            "  GATE_TOKEN=… gate replay target/gate/exchanges.har --finding 1 --base-url https://api.example.com"
        })
final class ReplayCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "FILE.har", description = "The exchanges.har of the earlier run.")
    private Path file = Path.of("");

    @Option(
            names = "--finding",
            paramLabel = "NUMBER",
            description = "Which of its findings; without this option, they are listed and nothing is sent.")
    private @Nullable Integer number;

    @Mixin
    private ContractOption contractOption = new ContractOption();

    @Mixin
    private ApiVersionOption apiVersionOption = new ApiVersionOption();

    @Mixin
    private ProviderOption providerOption = new ProviderOption();

    @Override
    public Integer call() throws InterruptedException {
        try {
            HarFile har = HarFile.read(file);
            return number == null ? list(har.findings()) : replay(har, number);
        } catch (HarFile.Unreadable e) {
            throw new UsageError(file + ": " + e.getMessage());
        }
    }

    private int list(List<Recording.Found> findings) {
        PrintWriter out = out();
        for (int index = 0; index < findings.size(); index++) {
            out.println((index + 1) + "  " + findings.get(index).words());
        }
        if (findings.isEmpty()) {
            out.println("no findings");
        }
        out.flush();
        return Verdict.CONFORMS.exitCode();
    }

    private int replay(HarFile har, int wanted) throws HarFile.Unreadable, InterruptedException {
        int known = har.findings().size();
        if (wanted < 1 || wanted > known) {
            throw new UsageError("--finding " + wanted + " is none of the " + known + " findings of " + file);
        }
        ProviderOption.Given given = providerOption.given();
        if (given == null) {
            throw new UsageError("no provider: give --base-url");
        }
        Recording recording = har.showing(wanted - 1);
        Contract contract = apiVersionOption.of(contractOption);
        check(recording, contract, given);
        try (Transport transport = new Transport(providerOption.limits())) {
            ByStateUrl states = new ByStateUrl(
                    contract.keys(),
                    new ProviderStates(
                            transport, given.stateUrl(), given.tokens().valid()));
            Provider provider = new Provider(
                    new Sender(
                            transport,
                            given.baseUrl(),
                            contract.underTest().security().scheme(),
                            given.tokens(),
                            contract.words()),
                    states,
                    new Poller(Clock.systemUTC(), time -> Thread.sleep(time.toMillis()), Duration.ZERO));
            ScenarioResult result = new Replay(contract, provider, states, Seed.fresh()).run(recording);
            return told(recording.finding(), result, given.baseUrl() + " by what showed finding " + wanted + " alone");
        }
    }

    /** What cannot be sent is told before anything is. */
    private void check(Recording recording, Contract contract, ProviderOption.Given given) {
        if (contract.clauses().stream()
                .noneMatch(clause -> clause.id().equals(recording.finding().clause()))) {
            throw new UsageError(
                    "the contract has no clause " + recording.finding().clause() + "; give the --contract of that run");
        }
        for (Recording.State state : recording.states()) {
            if (contract.state(state.name()).isEmpty()) {
                throw new UsageError(
                        "the contract has no provider state '" + state.name() + "'; give the --contract of that run");
            }
        }
        for (Recording.Sent sent : recording.sent()) {
            if (contract.underTest().key(sent.url().getRawPath()).isEmpty()) {
                throw new UsageError(
                        "the contract has no path like that of " + sent.url() + "; give the --contract of that run");
            }
            if (sent.credential().isUnknown(given.tokens())) {
                throw new UsageError("an expired token was sent in that run; give one by --expired-token-env");
            }
        }
    }

    private int told(Recording.Found wanted, ScenarioResult result, String judged) {
        PrintWriter out = out();
        List<Finding> same = result.findings().stream()
                .filter(finding -> finding.clause().equals(wanted.clause())
                        && finding.place().equals(wanted.place()))
                .toList();
        List<Finding> others = result.findings().stream()
                .filter(finding -> !same.contains(finding))
                .toList();
        out.println(result.name() + ": " + Count.of(result.exchanges().size(), "request"));
        same.stream().limit(1).forEach(finding -> print(finding, result, out));
        others.forEach(finding -> print(finding, result, out));
        result.inconclusive().forEach(reason -> out.printf("could not be judged: %s%n", reason));
        String isNot = result.inconclusive().isEmpty() ? "does not show again" : "was not shown again";
        String more = others.isEmpty() ? "" : ", " + Count.of(others.size(), "other finding") + " shown";
        Verdict verdict = result.findings().isEmpty() ? result.verdict() : Verdict.DOES_NOT_CONFORM;
        out.printf("%s %s%s%n", wanted.clause(), same.isEmpty() ? isNot : "shows again", more);
        out.printf("%s: %s%n", judged, verdict);
        out.flush();
        return verdict.exitCode();
    }

    private void print(Finding finding, ScenarioResult result, PrintWriter out) {
        out.println(finding.words());
        out.println(result.reproduction().of(finding).replace("$TOKEN", "$" + providerOption.tokenVariable()));
    }

    private PrintWriter out() {
        return Objects.requireNonNull(spec).commandLine().getOut();
    }
}
