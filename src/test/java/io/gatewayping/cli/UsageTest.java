package io.gatewayping.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Wrong usage of each kind: one clear line, exit 2, and nothing half-written. */
final class UsageTest {

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "check --bogus | Unknown option: '--bogus'",
                "checks | Unmatched argument: 'checks'",
                "chek | Unmatched argument: 'chek'; did you mean check?",
                "pacts chek | Unmatched argument: 'chek'; did you mean check?",
                "pacts can-i-deply | Unmatched argument: 'can-i-deply'; did you mean can-i-deploy?",
                "help chek | Unmatched argument: 'chek'; did you mean check?",
                "help pacts pubish | Unmatched argument: 'pubish'; did you mean publish?",
                "check --report-dri x | Unknown option: '--report-dri'; did you mean --report-dir?",
                "check --lve | Unknown option: '--lve'; did you mean --live?",
                "check --Tags @smoke | did you mean --tags?",
                "check -q | Unknown option: '-q'; did you mean --quiet?",
                "prove --clase x | '--clase', 'x'; did you mean --clause?",
                "stub --prot 80 | Unknown option: '--prot' (what else was given is not shown: it may be a token); did you mean --port?",
                "docs --out target/none --results nowhere.json | --results nowhere.json cannot be read; name the verdict.json of a run",
                "docs --out target/none --results src/test/npm/package.json | --results src/test/npm/package.json is no verdict.json of a run",
                "docs --ot x | '--ot', 'x'; did you mean --out?",
                "pacts publish --brnch x | did you mean --branch?",
                "pacts can-i-deploy --enviroment x | did you mean --environment?",
                "--hlp | Unknown option: '--hlp'; did you mean --help?",
                "check --base-url= | --base-url is empty: name a URL such as https://api.example.com/v1",
                "check --base-url https://host/v1;token=secret | --base-url 'https://host/…' is no URL",
                "check --base-url https://host/v1;token=secret?x | --base-url 'https://host/…?…' is no URL",
                "check --base-url https://host/api.v1/x-secret-0/v1alpha1/42/#x | --base-url 'https://host/api.v1/…/v1alpha1/…/#…' is no URL",
                "check --base-url example.com | --base-url 'example.com' is no URL such as https://api.example.com/v1 (http or https, with a host, without user, query, fragment and a semicolon in its path)",
                "check --base-url ftp://example.com | --base-url 'ftp://example.com' is no URL",
                "check --base-url http://example.com:65536 | --base-url 'http://example.com:65536' is no URL",
                "check --base-url http://user:secret@example.com | --base-url 'http://…@example.com' is no URL such as https://api.example.com/v1",
                "check --base-url https://u:secret@host/v1?token=secret#secret | --base-url 'https://…@host/v1?…#…' is no URL",
                "check --base-url http://host/?token=secret@secret | --base-url 'http://host/?…' is no URL",
                "check --base-url u:secret@example.com | --base-url '…@example.com' is no URL",
                "check --base-url http://u:secret/secret@example.com | --base-url (not shown: it may hold a token) is no URL",
                "check --base-url eyJzZWNyZXQi.secret_0 | --base-url (not shown: it may hold a token) is no URL",
                "check --base-url http://127.0.0.1:1/ --state-url http://host/?token=secret | --state-url 'http://host/?…' is no URL",
                "check --base-url http://127.0.0.1:1/ --token-env secret-Zq7 | the environment variable that --token-env names (not shown: it may be the token itself) holds no token",
                "check --token secret0 | Unknown option: '--token'; did you mean --token-",
                "check --token=secret0 | Unknown option: '--token' (what else was given is not shown: it may be a token)",
                "check features | features is a folder; name it with --features, or a FILE in it",
                "check secret0 | there is no feature of this name; name a FILE, or a FILE:LINE",
                "pacts publish --broker-base-url http://127.0.0.1:1/?secret | --broker-base-url 'http://127.0.0.1:1/?…' is no URL",
                "check --base-url http://127.0.0.1:1/ --state-url nowhere | --state-url 'nowhere' is no URL",
                "check --state-url http://127.0.0.1:1/ | --state-url needs --base-url: the stub has its own",
                "check --base-url http://127.0.0.1:1/ --token-env NO_SUCH_VARIABLE | the environment variable NO_SUCH_VARIABLE holds no token; set it, or name another with --token-env",
                "check --request-timeout 0.25s --poll-deadline 0.0001s | '0.0001s' is no duration such as",
                "check --request-timeout 1.5m --poll-deadline 0s | '0s' is no duration such as",
                "check --request-timeout 10 | '10' is no duration such as 500ms, 0.5s, 30s or 2m",
                "check --gateway CNF7K9X0AB | --gateway needs --live",
                "check --owner CNF7K9X0AB | --owner needs --live",
                "check --other-owner CNF7K9X0AB | --other-owner needs --live",
                "check --path-param site=1 | --path-param needs --live",
                "check --rate 2 | --rate needs --live",
                "check --max-requests 10 | --max-requests needs --live",
                "check --max-starts 1 | --max-starts needs --live",
                "check --poll-interval 1s | --poll-interval needs --live",
                "doctor --base-url http://127.0.0.1:1/ --max-starts 1 | --max-starts needs --gateway: ",
                "doctor --base-url http://127.0.0.1:1/ --token-url http://127.0.0.1:1/ | --token-url needs --gateway; ",
                "doctor --contract src/test/resources/cable/cable-test.yaml --base-url http://127.0.0.1:1/ --poll-interval 1s | --poll-interval needs --owner: ",
                "doctor --contract src/test/resources/cable/cable-test.yaml --base-url http://127.0.0.1:1/ --owner SG30LMR114 | --owner needs --path-param site-id=VALUE",
                "doctor --contract src/test/resources/cable/cable-test.yaml --base-url http://127.0.0.1:1/ --live --owner SG30LMR114 | --live needs --path-param site-id=VALUE",
                "doctor --base-url http://127.0.0.1:1/ --live | --live needs --gateway",
                "doctor --base-url http://127.0.0.1:1/ --gateway cn1 | --gateway 'cn1' is refused by the contract: ",
                "check --live --base-url http://127.0.0.1:1/ --gateway cn1 | --gateway 'cn1' is refused by the contract: the parameter serial-number matches ^[A-Z0-9]+$",
                "check --live --base-url http://127.0.0.1:1/ --gateway .. | --gateway '..' is refused by the contract: it is no segment of a path",
                "check --live --base-url http://127.0.0.1:1/ --gateway CN1 --other-gateway cn2 | --other-gateway 'cn2' is refused by the contract: ",
                "check --live --base-url http://127.0.0.1:1/ --gateway CN1 --path-param site=1 | --path-param 'site' is nothing that the path of a ping test needs",
                "check --live --base-url http://127.0.0.1:1/ --gateway CN1 --workers 2 | --workers and --live exclude each other",
                "check --require (@a | Tag expression \"(@a\" could not be parsed",
                "check --list --base-url example.com | --base-url 'example.com' is no URL",
                "check --list --state-url http://127.0.0.1:1/ | --state-url needs --base-url: the stub has its own",
                "check --list --rate 2 | --rate needs --live",
                "check --list --token-url http://127.0.0.1:1/ | --token-url needs --live",
                "check --list --proxy http://127.0.0.1:1/ | --proxy needs --base-url: the stub is reached without it",
                "check --list --base-url http://127.0.0.1:1/ --proxy nowhere | --proxy 'nowhere' is no URL",
                "check --list --base-url http://127.0.0.1:1/ --ca pom.xml | --ca pom.xml cannot be used",
                "check --list --base-url http://127.0.0.1:1/ --header-env a:b=HOME | --header-env 'a:b' is no name of a header",
                "check --list --base-url http://127.0.0.1:1/ --header-env X-Key=sEcReT-tOkEn | --header-env (not shown: it may hold",
                "check --list --base-url http://127.0.0.1:1/ --header-env X-Key:sEcReT | --header-env (not shown: it may hold",
                "check --evidence target | --evidence target cannot be written: it is a folder; name a file in it",
                "check --evidence /dev/null | --evidence /dev/null cannot be written: it is there, and no file; name another",
                "check --evidence nowhere/kept.zip | kept.zip cannot be written: there is no folder ",
                "check --list --base-url http://127.0.0.1:1/ --token-env NO_SUCH_VARIABLE | the environment variable NO_SUCH_VARIABLE holds no token",
                "check --list --known nowhere.yaml | --known nowhere.yaml cannot be read",
                "check --list --fail-on guessed | --fail-on 'guessed' is none of",
                "check --list --workers 0 | --workers 0 is no number from 1 to 64",
                "check --list --require (@a | Tag expression \"(@a\" could not be parsed",
                "check --list --live | --live needs --base-url",
                "check --list --live --base-url http://127.0.0.1:1/ | --live needs --gateway, the serial number of a gateway to start ping tests on",
                "check --list --live --base-url http://127.0.0.1:1/ --gateway cn1 | --gateway 'cn1' is refused by the contract",
                "check --list --live --base-url http://127.0.0.1:1/ --gateway CN1 --rate 0 | --rate, --max-requests and --max-starts are above 0",
                "check --base-url http://127.0.0.1:1/ --token-url http://127.0.0.1:1/ | --token-url needs --live",
                "check --proxy http://127.0.0.1:1/ | --proxy needs --base-url: the stub is reached without it",
                "check --live | --live needs --base-url",
                "check --poll-deadline -1s | '-1s' is no duration such as 500ms, 0.5s, 30s or 2m",
                "check --features nowhere | --features nowhere cannot be read",
                "check --features openapi | --features openapi holds no .feature file",
                "check --tags (@a | Tag expression \"(@a\" could not be parsed",
                "check --contract nowhere.yaml | nowhere.yaml: there is no such file",
                "clauses --contract pom.xml | pom.xml: ",
                "stub --port 65536 | --port 65536 is no port: 0 to 65535",
                "stub --port eighty | Invalid value for option '--port': 'eighty' is no whole number such as 4, of at most 2147483647",
                "stub --port 99999999999 | Invalid value for option '--port': '99999999999' is no whole number such as 4, of at most 2147483647",
                "check --seed x | Invalid value for option '--seed': 'x' is no whole number such as 4, of at most 9223372036854775807",
                "check --live --rate fast | Invalid value for option '--rate': 'fast' is no number such as 2 or 0.5",
                "check --live --rate Infinity | Invalid value for option '--rate': 'Infinity' is no number such as 2 or 0.5",
                "check --live --rate 1e999 | Invalid value for option '--rate': '1e999' is no number such as 2 or 0.5",
                "pacts | Missing required subcommand",
                "pacts publish | no broker: set PACT_BROKER_BASE_URL, or give --broker-base-url",
                "pacts publish --broker-base-url broker.example.com | --broker-base-url 'broker.example.com' is no URL",
                "pacts publish --broker-base-url http://me:secret@127.0.0.1:1 | --broker-base-url 'http://…@127.0.0.1:1' is no URL",
                "pacts publish --broker-base-url http://127.0.0.1:1 --broker-timeout 10 | '10' is no duration such as 500ms, 0.5s, 30s or 2m",
                "pacts publish --broker-base-url http://127.0.0.1:1 --consumer-app-version 1 --branch main --pacts nowhere | nowhere is no folder of pacts; name FILEs, or another folder with --pacts",
                "pacts publish --broker-base-url http://127.0.0.1:1 --consumer-app-version 1 --branch main nowhere.json | nowhere.json: there is no such file",
                "pacts publish --broker-base-url http://127.0.0.1:1 --consumer-app-version 1 --branch main pom.xml | pom.xml: no JSON: ",
                "pacts publish --broker-base-url http://127.0.0.1:1 --consumer-app-version 1 --branch main src/test/npm/package.json | src/test/npm/package.json: no pact: it names no consumer or no provider",
                "pacts check --pacts features | features holds no pact; name FILEs, or another folder with --pacts",
                "pacts check nowhere.json | nowhere.json: there is no such file",
                "pacts verify --publish | no provider: give --base-url",
                "pacts verify --base-url http://127.0.0.1:1 | no broker: set PACT_BROKER_BASE_URL, or give --broker-base-url",
                "pacts verify --base-url http://127.0.0.1:1 --token-env NO_SUCH_VARIABLE | the environment variable NO_SUCH_VARIABLE holds no token",
                "pacts verify --base-url http://127.0.0.1:1 --include-wip-pacts-since yesterday | Invalid value for option '--include-wip-pacts-since': 'yesterday' is no day such as 2026-03-31",
                "pacts can-i-deploy --pacticipant me --version 1 | no environment: give it with --environment",
                "pacts can-i-deploy --pacticipant me --version 1 --environment test | no broker: set PACT_BROKER_BASE_URL, or give",
                "pacts can-i-deploy --environment test --wait forever | 'forever' is no duration such as 500ms, 0.5s, 30s or 2m",
                "pacts can-i-deploy --pacticipant me --environment test | no version: pacts holds no pact of me, so that its version is not known here; give it with --version",
                "pacts record-deployment --pacticipant me --version 1 | no environment: give it with --environment",
                "pacts record-deployment --pacticipant me --environment test | no version: pacts holds no pact of me, so that its version is not known here; give it with --version",
                "pacts verify --base-url http://127.0.0.1:1 --publish --broker-base-url http://127.0.0.1:1 | no version of the provider: give it with --provider-version",
                "pacts record-deployment --version 1 --environment test --pacts nowhere | nowhere is no folder of pacts",
                "prove --clause received-within | the contract has no clause received-within; gate clauses lists them; did you mean received-within-sent?",
                "replay nowhere.har | nowhere.har: there is no such file",
                "replay target | target: it is a folder",
                "check --token-env OTHER_TOKEN | --token-env needs --base-url: the stub has its own tokens",
                "check --expired-token-env OLD_TOKEN | --expired-token-env needs --base-url: the stub has its own tokens",
                "check --features nowhere | --features nowhere cannot be read: there is none, or no such folder",
                "check --known nowhere | --known nowhere cannot be read: there is none, or no such folder",
                "check --known target | --known target cannot be read: Is a directory",
                "docs --out pom.xml | --out pom.xml cannot be written to: a file is in its way",
                "replay pom.xml --finding 1 | pom.xml: it is no JSON",
                "prove --clause no-such-clause | the contract has no clause no-such-clause; gate clauses lists them",
            })
    void isOneClearLine(String command, String message) throws IOException {
        assertThat(run(command.split(" "))).isEqualTo(2);

        assertThat(err.toString()).startsWith("gate: ").contains(message).doesNotContain("\tat ", "secret");
        assertThat(err.toString().lines().filter(line -> !line.startsWith("Try '")))
                .hasSize(1);
        assertThat(out.toString()).isEmpty();
        assertThat(reports()).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "pacts can-i-deploy --help | FILE",
                "pacts record-deployment --help | FILE",
                "pacts publish --help | --prepare",
                "pacts verify --help | built-in stub",
                "pacts can-i-deploy --help | --to-environment",
            })
    void noHelpTellsWhatThereIsNot(String command, String what) {
        assertThat(run(command.split(" "))).isZero();

        assertThat(out.toString()).doesNotContain(what);
    }

    @Test
    void aSummaryOfACommandIsASentence() {
        run("pacts", "--help");

        String commands = out.toString().replaceAll("(?s).*Commands:\\n|\\n\\n(?:The broker|Exit codes).*", "");
        assertThat(commands.split("\\n  (?=\\S)")).hasSize(5).allMatch(summary -> summary.strip()
                .matches("(?s).*[.?]"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"--seed", "--poll-deadline", "--base-url", "--features", "--contract"})
    void aTokenOfTheEnvironmentIsShownByItsName(String option) {
        String token = System.getenv("GATE_TOKEN");
        assertThat(run("check", option, token)).isEqualTo(2);
        assertThat(err.toString()).startsWith("gate: ").doesNotContain(token);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "check --base-url=URL",
                "check --live --gateway=CNF7K9X0AB --base-url=URL",
                "check --base-url=http://127.0.0.1:1 --state-url=URL",
                "doctor --base-url=URL"
            })
    void aTokenInAUrlIsRefusedUnseen(String command) {
        String token = System.getenv("GATE_TOKEN");

        assertThat(run(command.replace("URL", "http://127.0.0.1:1/" + token + "/x")
                        .split(" ")))
                .isEqualTo(2);
        assertThat(err.toString())
                .contains("-url (not shown) holds the token that GATE_TOKEN holds")
                .doesNotContain(token);
    }

    @Test
    void aReportDirectoryThatCannotBeWrittenIsTold() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "in the way");

        assertThat(Main.run(
                        new PrintWriter(out, true),
                        new PrintWriter(err, true),
                        "check",
                        "--report-dir",
                        file.resolve("reports").toString()))
                .isEqualTo(2);
        assertThat(err.toString())
                .startsWith("gate: --report-dir " + file.resolve("reports") + " cannot be written to");
    }

    @Test
    void aPortThatIsTakenIsTold() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            assertThat(run("stub", "--port", String.valueOf(taken.getLocalPort())))
                    .isEqualTo(2);

            assertThat(err.toString())
                    .isEqualToIgnoringNewLines(
                            "gate: cannot listen on 127.0.0.1:" + taken.getLocalPort()
                                    + ": Address already in use; name another --port, 0 for a free one, or a --host of this machine");
        }
    }

    @Test
    void aFeatureThatIsNoGherkinIsTold() throws IOException {
        Path features = Files.createDirectory(folder.resolve("features"));
        Files.writeString(features.resolve("broken.feature"), "This is no Gherkin.");

        assertThat(run("check", "--features", features.toString())).isEqualTo(2);
        assertThat(err.toString()).startsWith("gate: ").contains("broken.feature", "(1:1)");
        assertThat(run("prove", "--features", features.toString())).isEqualTo(2);
        assertThat(err.toString().lines()).hasSize(2).allMatch(line -> line.startsWith("gate: "));
        assertThat(reports()).isEmpty();
    }

    @Test
    void everyCommandExplainsItself() {
        for (String command : List.of("check", "stub", "clauses", "prove")) {
            assertThat(run(command, "--help")).isZero();
        }
        assertThat(out.toString()).contains("Usage: gate check", "Usage: gate stub", "Examples:");
    }

    @ParameterizedTest
    @ValueSource(strings = {"check", "publish", "verify", "can-i-deploy", "record-deployment"})
    void everyCommandForPactsExplainsItself(String command) {
        assertThat(run("pacts", command, "--help")).isZero();
        assertThat(out.toString())
                .startsWith("Usage: gate pacts " + command)
                .containsPattern("Examples:\\R  (.* )?gate pacts " + command);
        assertThat(err.toString()).isEmpty();
    }

    private int run(String... args) {
        boolean reports = args[0].equals("check");
        String[] all = reports
                ? Stream.concat(
                                Stream.of(args),
                                Stream.of(
                                        "--report-dir",
                                        folder.resolve("reports").toString()))
                        .toArray(String[]::new)
                : args;
        return Main.run(new PrintWriter(out, true), new PrintWriter(err, true), all);
    }

    private List<Path> reports() throws IOException {
        Path reports = folder.resolve("reports");
        if (Files.notExists(reports)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(reports)) {
            return files.toList();
        }
    }

    @Test
    void anEmptyFolderIsNotTheOneThatItRunsIn() {
        GateProcess.Result result = GateProcess.run("check", "--report-dir=");

        assertThat(result.exit()).isEqualTo(2);
        assertThat(result.err()).isEqualTo("gate: --report-dir names no folder\n");
    }
}
