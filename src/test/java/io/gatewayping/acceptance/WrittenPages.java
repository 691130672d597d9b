package io.gatewayping.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatewayping.cli.GateProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** All that the gate writes for people to read, of each kind one, as its own commands write it. */
final class WrittenPages {

    /** Wherever a page put one of these unescaped, something would run, be loaded or be laid out anew. */
    private static final String HOSTILE =
            "</script></pre></title></style><script>window.owned=1</script><img src=x onerror='window.owned=1'>"
                    + "<svg onload='window.owned=1'></svg><meta http-equiv=refresh content='0;url=http://127.0.0.1:9/'>"
                    + "<base href='http://127.0.0.1:9/'><h1 id=main>CONFORMS</h1>' onfocus='window.owned=1' autofocus='"
                    + "\\\" onmouseover=\\\"window.owned=1\\\" x=\\\"javascript:window.owned=1 ${7*7}<!--";

    /** More of the same would be no other page. */
    private static final String SOME = "--tags=@smoke or @lifecycle";

    private WrittenPages() {}

    static void into(Path folder) throws IOException {
        assertThat(check(folder.resolve("honest"), List.of(SOME))).isZero();
        try (PingProvider few =
                PingProvider.start(Yaml.read("few.yaml", Tampering.class), System.getenv("GATE_TOKEN"))) {
            assertThat(check(
                            folder.resolve("few"),
                            List.of("--base-url=" + few.baseUrl(), "--state-url=" + few.stateUrl())))
                    .isOne();
        }
        try (OneAnswerProvider bad = OneAnswerProvider.wrongInManyWays()) {
            assertThat(check(folder.resolve("bad"), List.of("--base-url=" + bad.baseUrl())))
                    .isOne();
        }
        try (OneAnswerProvider hostile =
                OneAnswerProvider.start(Map.of("X-Hostile", HOSTILE.replace("\\", "")), number -> hostile())) {
            assertThat(check(folder.resolve("hostile"), List.of("--base-url=" + hostile.baseUrl(), SOME)))
                    .isOne();
        }
        GateProcess.Result docs = GateProcess.run(
                "docs",
                "--out=" + folder.resolve("docs"),
                "--results=" + folder.resolve("few").resolve("verdict.json"));
        assertThat(docs.exit()).as(docs.err()).isZero();
    }

    private static int check(Path reports, List<String> of) {
        List<String> arguments = new ArrayList<>(
                List.of("check", "--quiet", "--seed=7", "--poll-deadline=1s", "--report-dir=" + reports));
        arguments.addAll(of);
        return GateProcess.run(arguments.toArray(String[]::new)).exit();
    }

    private static String hostile() {
        return """
                {"status": "%1$s", "progressPercent": "%1$s", "%1$s": "%1$s", "output": {"successRatePercent": "%1$s"}}
                """
                .formatted(HOSTILE);
    }
}
