package io.gatewayping.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertAll;

import io.gatewayping.acceptance.LiveProvider.Kind;
import io.gatewayping.acceptance.LiveRun.Authority;
import io.gatewayping.acceptance.SetUp.Listening;
import io.gatewayping.hostile.Certificates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is wrong with the set-up ends in one line that blames the right party, and is no finding. */
@Execution(ExecutionMode.CONCURRENT)
final class LiveFaultIT {

    private static final Tampering HONEST = Tampering.NONE;
    private static final String HTML = "<html><body>Please sign in</body></html>";

    @TempDir
    static Path folder;

    private static Authority authority;
    private static final List<AutoCloseable> OPEN = new ArrayList<>();

    /**
     * A fault of the set-up.
     *
     * @param exit 2 when the user has to change what he said, 3 when nobody knows
     * @param line what it is told in
     * @param options as they are given
     */
    record Fault(String name, int exit, String line, List<String> options) {
        @Override
        public String toString() {
            return name;
        }
    }

    @BeforeAll
    static void found() throws IOException, GeneralSecurityException {
        authority = Authority.in(folder);
    }

    @AfterAll
    static void close() throws Exception {
        for (AutoCloseable each : OPEN) {
            each.close();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void isTold(Fault fault, @TempDir Path reports) throws IOException {
        LiveRun run = LiveRun.of(
                "https://127.0.0.1:1", authority.pem(), reports, fault.options().toArray(String[]::new));

        boolean begun = fault.exit() == 3;
        assertAll(
                () -> assertThat(run.console()).contains(fault.line()),
                () -> assertThat(run.exit()).as(run.console()).isEqualTo(fault.exit()),
                () -> assertThat(run.broken()).isEmpty(),
                () -> assertThat(run.traces()).isEmpty(),
                () -> assertThat(run.verdict().path("inconclusive").size())
                        .as("lines")
                        .isEqualTo(begun ? 1 : 0));
        if (begun) {
            int sent = run.verdict().path("judged").path("requests").asInt(-1);
            assertThat(sent).isPositive();
            assertThat(run.console())
                    .containsPattern("\n0 scenarios, " + sent + " request")
                    .contains("\nno scenario was run → ");
        }
    }

    /** What says that it is the documented answer is no captive portal's. */
    @ParameterizedTest
    @ValueSource(
            strings = {"[]", "null", "{\"location\": \"/a", "{\"status\":\"INITIATED\",\"status\":\"INITIATED\"}", ""})
    void aDocumentedStartWithABrokenBodyIsTheProvidersFault(String body, @TempDir Path reports) throws Exception {
        String head = "HTTP/1.1 202 Accepted\r\nContent-Type: application/json\r\nContent-Length: " + body.length();

        LiveRun run = LiveRun.of(
                raw(head + "\r\n\r\n" + body), authority.pem(), reports, "--gateway=" + LiveProvider.GATEWAY);

        assertThat(run.exit()).as(run.console()).isEqualTo(1);
        assertThat(run.broken())
                .isNotEmpty()
                .allMatch(clause -> clause.startsWith("startPingTest/responses/202/content")
                        || clause.startsWith("StartedPingTest/"));
        assertThat(run.console()).contains("names no location of the ping test").doesNotContain("captive portal");
    }

    static Stream<Fault> faults() throws Exception {
        Certificates others = new Certificates(Files.createDirectory(folder.resolve("others")));
        Path rubbish = Files.writeString(folder.resolve("rubbish.pem"), "no certificate");
        String gateway = "--gateway=" + LiveProvider.GATEWAY;
        LiveProvider honest = provider(Kind.of(LiveRun.TOKEN), HONEST);
        String base = "--base-url=" + honest.baseUrl();
        LiveProvider guarded = provider(new Kind("", LiveRun.SECRET, 900, 10_000, false, ""), HONEST);
        String tokenUrl = "--token-url=" + guarded.baseUrl() + "/oauth/token";
        LiveProvider stranger = provider(Kind.of("another-token-than-that-of-the-user"), HONEST);
        LiveProvider front = provider(new Kind("another-token-of-the-user", "", 900, 10_000, true, ""), HONEST);
        LiveProvider keyed = provider(new Kind(LiveRun.TOKEN, "", 900, 10_000, true, "X-Subscription"), HONEST);
        LiveProvider closed = provider(new Kind(LiveRun.TOKEN, "", 900, 0, false, ""), HONEST);
        Tampering endless = Tampering.ofTheCourse("running");
        Tampering lost = Tampering.ofTheCourse("failed");
        int nobody = SetUp.closedPort();
        return Stream.of(
                fault("no name", 3, "no such host", "--base-url=https://no-such-host.invalid", gateway),
                fault("refused", 3, "nobody listens there", "--base-url=https://127.0.0.1:" + nobody, gateway),
                fault(
                        "an unknown authority",
                        3,
                        "no trusted TLS connection (PKIX path ",
                        "--base-url=" + tls(others.shown("127.0.0.1", Certificates.VALID)),
                        gateway),
                fault(
                        "an expired certificate",
                        3,
                        "no trusted TLS connection",
                        "--base-url=" + tls(others.shown("127.0.0.1", Certificates.EXPIRED)),
                        "--ca=" + others.authority(),
                        gateway),
                fault(
                        "a certificate of tomorrow, or a clock of yesterday",
                        3,
                        "is the clock of this machine right?",
                        "--base-url=" + tls(others.shown("127.0.0.1", Duration.ofDays(2))),
                        "--ca=" + others.authority(),
                        gateway),
                fault(
                        "a certificate for another host",
                        3,
                        "No subject alternative names matching",
                        "--base-url=" + tls(others.shown("127.0.0.2", Certificates.VALID)),
                        "--ca=" + others.authority(),
                        gateway),
                fault(
                        "https for http",
                        3,
                        "is it http that listens there?",
                        "--base-url="
                                + listening(SetUp.raw("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n"))
                                        .at("https"),
                        gateway),
                fault(
                        "http for https",
                        3,
                        "is it https that listens there?",
                        "--base-url=" + honest.baseUrl().replace("https", "http"),
                        gateway),
                fault(
                        "a proxy that refuses",
                        3,
                        "answered 403 when asked for a connection",
                        base,
                        gateway,
                        "--proxy=" + raw("HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n")),
                fault(
                        "a proxy that wants a password",
                        3,
                        "it wants a user and a password",
                        base,
                        gateway,
                        "--proxy=" + raw("HTTP/1.1 407 Proxy Authentication Required\r\n\r\n")),
                fault(
                        "a proxy that is none",
                        3,
                        "the proxy answers no HTTP",
                        base,
                        gateway,
                        "--proxy=" + raw("SSH-2.0-OpenSSH_9.6\r\n\r\n")),
                fault(
                        "a proxy that hangs up",
                        3,
                        "the proxy closed the connection",
                        base,
                        gateway,
                        "--proxy=" + raw("")),
                fault(
                        "no proxy there",
                        3,
                        "the proxy 127.0.0.1:" + nobody + " cannot be reached",
                        base,
                        gateway,
                        "--proxy=http://127.0.0.1:" + nobody),
                fault(
                        "a proxy without a name",
                        3,
                        "the proxy no-such-proxy.invalid:3128 cannot be reached",
                        base,
                        gateway,
                        "--proxy=http://no-such-proxy.invalid:3128"),
                fault(
                        "a wrong client secret",
                        2,
                        "check GATE_CLIENT_ID and GATE_CLIENT_SECRET",
                        "--base-url=" + guarded.baseUrl(),
                        gateway,
                        "--token-url=" + honest.baseUrl() + "/oauth/token"),
                fault(
                        "no token endpoint there",
                        3,
                        "cannot be reached",
                        base,
                        gateway,
                        "--token-url=https://127.0.0.1:" + nobody + "/token"),
                fault("a wrong path of the token endpoint", 2, "check --token-url", base, gateway, tokenUrl + "s"),
                fault(
                        "a token endpoint that fails",
                        3,
                        "answered 500",
                        base,
                        gateway,
                        "--token-url="
                                + said(authority, 500, "text/plain", "oops", Map.of())
                                        .at("https")),
                fault(
                        "a portal before the token endpoint",
                        3,
                        "without an access_token",
                        base,
                        gateway,
                        "--token-url="
                                + said(authority, 200, "text/html", HTML, Map.of())
                                        .at("https")),
                fault(
                        "a token that is not known",
                        3,
                        "refuses the token with 401",
                        "--base-url=" + stranger.baseUrl(),
                        gateway),
                fault(
                        "a token of another tenant",
                        3,
                        "HPE_GL_NETWORKING_ERROR_UNAUTHORIZED",
                        "--base-url=" + front.baseUrl(),
                        gateway),
                fault(
                        "a header that is missing",
                        3,
                        "refuses the token with 401",
                        "--base-url=" + keyed.baseUrl(),
                        gateway),
                fault(
                        "a token without the right",
                        3,
                        "the token may not do this (403)",
                        "--base-url="
                                + said(authority, 403, "application/json", "{\"message\":\"no scope\"}", Map.of())
                                        .at("https"),
                        gateway),
                fault(
                        "a token that expired, or a clock that is wrong",
                        3,
                        "minutes ahead of the provider's",
                        "--base-url="
                                + raw("HTTP/1.1 401 Unauthorized\r\nDate: Tue, 20 May 2025 13:35:00 GMT\r\n"
                                        + "Content-Type: application/json\r\nContent-Length: 2\r\n"
                                        + "Connection: close\r\n\r\n{}"),
                        gateway),
                fault("a wrong base path", 3, "a wrong --base-url or --api-version?", base + "/api", gateway),
                fault("a wrong version", 3, "a wrong --base-url or --api-version?", base, gateway, "--api-version=v7"),
                fault("a wrong serial number", 3, "check --gateway", base, "--gateway=CNZZZZZZZZ"),
                fault("a gateway that is offline", 3, "is offline", base, "--gateway=" + LiveProvider.OFFLINE_GATEWAY),
                fault(
                        "a captive portal",
                        3,
                        "a captive portal",
                        "--base-url="
                                + said(authority, 200, "text/html", HTML, Map.of())
                                        .at("https"),
                        gateway),
                fault(
                        "a redirect to a page to sign in",
                        3,
                        "no redirect is followed",
                        "--base-url="
                                + said(
                                                authority,
                                                302,
                                                "text/html",
                                                "",
                                                Map.of("Location", "https://login.example.com/"))
                                        .at("https"),
                        gateway),
                fault(
                        "a load balancer without a server",
                        3,
                        "no JSON (text/html), which begins with '<html><body>Please",
                        "--base-url="
                                + said(authority, 503, "text/html", HTML, Map.of("Retry-After", "0"))
                                        .at("https"),
                        gateway),
                fault(
                        "a refusal that nobody documents",
                        3,
                        "was answered with 418 (application/json), which begins with '{\"message\":\"a\\u202Eb\"}';"
                                + " expected is 202 with the location of a ping test, or one of the documented refusals"
                                + " (400, 401, 404, 409, 429, 500): that is no answer of this operation; a wrong --base-url",
                        "--base-url="
                                + said(authority, 418, "application/json", "{\"message\":\"a\u202Eb\"}", Map.of())
                                        .at("https"),
                        gateway),
                fault(
                        "a refusal without a word",
                        3,
                        "was answered with 418 and no JSON (text/plain), with nothing in it; expected is 202 with",
                        "--base-url="
                                + said(authority, 418, "text/plain", "", Map.of())
                                        .at("https"),
                        gateway),
                fault(
                        "a 403 of somebody else",
                        3,
                        "(403) (text/html), which begins with '<html>",
                        "--base-url="
                                + said(authority, 403, "text/html", HTML, Map.of())
                                        .at("https"),
                        gateway),
                fault(
                        "silence",
                        3,
                        "got no complete answer within 0.5 s: a ping test may have been started all the same",
                        "--base-url=" + listening(SetUp.raw(null)).at("http"),
                        "--request-timeout=500ms",
                        gateway),
                fault(
                        "a connection that is closed at once",
                        3,
                        "closed without an HTTP answer",
                        "--base-url=" + listening(SetUp.raw("")).at("http"),
                        gateway),
                fault(
                        "another protocol",
                        3,
                        "no HTTP",
                        "--base-url="
                                + listening(SetUp.raw("220 mail.example.com ESMTP\r\n"))
                                        .at("http"),
                        gateway),
                fault(
                        "a limit that never ends",
                        3,
                        "try later, or with a lower --rate",
                        "--base-url=" + closed.baseUrl(),
                        gateway),
                fault(
                        "a test that does not end",
                        3,
                        "a longer --poll-deadline may help",
                        "--base-url="
                                + provider(Kind.of(LiveRun.TOKEN), endless).baseUrl(),
                        gateway,
                        "--poll-deadline=400ms"),
                fault(
                        "a destination that cannot be pinged",
                        3,
                        "another --destination may help",
                        "--base-url=" + provider(Kind.of(LiveRun.TOKEN), lost).baseUrl(),
                        gateway),
                fault(
                        "an empty destination",
                        2,
                        "--destination is empty: name a host",
                        base,
                        gateway,
                        "--destination="),
                fault("no gateway", 2, "--live needs --gateway", base),
                fault(
                        "one gateway twice",
                        2,
                        "--other-gateway is the same",
                        base,
                        gateway,
                        "--other-gateway=" + LiveProvider.GATEWAY),
                fault("no such file of authorities", 2, "cannot be used", base, gateway, "--ca=" + folder + "/none"),
                fault("no certificate in the file", 2, "holds no certificate in PEM", base, gateway, "--ca=" + rubbish),
                fault(
                        "a client certificate that is none",
                        2,
                        "neither PEM with a private key nor a PKCS 12",
                        base,
                        gateway,
                        "--client-cert=" + rubbish),
                fault(
                        "a header without a value",
                        2,
                        "NO_SUCH_VARIABLE is empty",
                        base,
                        gateway,
                        "--header-env=X-Key=NO_SUCH_VARIABLE"),
                fault("no rate", 2, "above 0", base, gateway, "--rate=0"),
                fault(
                        "both ways to arrange",
                        2,
                        "exclude each other",
                        base,
                        gateway,
                        "--state-url=http://127.0.0.1:1/"),
                fault("a proxy that is no URL", 2, "--proxy 'proxy'", base, gateway, "--proxy=proxy"));
    }

    private static Fault fault(String name, int exit, String line, String... options) {
        return new Fault(name, exit, line, List.of(options));
    }

    private static String tls(SSLContext shown) throws IOException {
        return listening(SetUp.saying(shown, 200, "text/html", HTML, Map.of())).at("https");
    }

    private static Listening said(Authority by, int status, String type, String body, Map<String, String> headers)
            throws IOException {
        return listening(SetUp.saying(by.shown(), status, type, body, headers));
    }

    private static String raw(String bytes) throws IOException {
        return listening(SetUp.raw(bytes)).at("http");
    }

    private static Listening listening(Listening listening) {
        OPEN.add(listening);
        return listening;
    }

    private static LiveProvider provider(Kind kind, Tampering tampering) throws IOException {
        LiveProvider provider = LiveProvider.start(kind, tampering, authority.shown());
        OPEN.add(provider);
        return provider;
    }
}
