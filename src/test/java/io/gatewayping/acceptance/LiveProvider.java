package io.gatewayping.acceptance;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A deployment as somebody else would run it: no state-change URL, but a token endpoint, a tenant with two gateways and a
 * third one that is offline, tests that go on as they are polled, limits that trigger. It keeps the contract but for what it is
 * tampered with.
 */
final class LiveProvider implements AutoCloseable {

    static final String GATEWAY = "CNF7K9X0AB";
    static final String OTHER_GATEWAY = "CNG8L0Y1BC";
    static final String OFFLINE_GATEWAY = "CNH9M1Z2CD";

    /** Of the tests of these nobody is told anything, by the status that comes last. */
    static final List<String> REFUSED_GATEWAYS = List.of("CNR0FUSED401", "CNR0FUSED403");

    static final String FAILING = "nowhere.invalid";

    private static final InetSocketAddress ANYWHERE = new InetSocketAddress("127.0.0.1", 0);
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String BASE = "/network-troubleshooting/(?:v1|v1alpha1)/gateways/([^/]+)/ping";
    private static final Pattern START = Pattern.compile(BASE);
    private static final Pattern READ = Pattern.compile(BASE + "/async-operations/([^/]+)");

    /**
     * How this deployment is.
     *
     * @param token the one that is always valid, or empty
     * @param secret of the one client at the token endpoint
     * @param seconds how long its tokens live
     * @param requestsInASecond how many are answered; the next ones are limited
     * @param foreignEnvelope whether the API gateway in front answers 401 in an envelope of its own
     * @param extraHeader that every request has to carry, or empty
     */
    record Kind(
            String token,
            String secret,
            int seconds,
            int requestsInASecond,
            boolean foreignEnvelope,
            String extraHeader) {

        static Kind of(String token) {
            return new Kind(token, "", 900, 10_000, false, "");
        }
    }

    /** Goes on when each answer was read twice, not with the time: neither a busy machine nor a quick one misses any. */
    private record Task(TestKey key, List<Answer> answers, boolean raw, AtomicInteger reads, String end)
            implements Doorkeeper.Reading {
        @Override
        public String state() {
            return step(reads.get()) < answers.size() - 1 ? "a ping test is running" : end;
        }

        @Override
        public int polls() {
            return reads.get();
        }

        Answer now() {
            return answers.get(step(reads.getAndIncrement()));
        }

        private int step(int before) {
            return Math.min(before / 2, answers.size() - 1);
        }
    }

    private final HttpServer server;
    private final Kind kind;
    private final AnswerBook book;
    private final Doorkeeper door;
    private final Tampering tampering;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<TestKey, Task> tasks = new ConcurrentHashMap<>();
    private final Map<String, Long> grants = new ConcurrentHashMap<>();
    private final AtomicInteger requests = new AtomicInteger();
    private volatile UnaryOperator<String> told = UnaryOperator.identity();
    private final AtomicInteger lastRequest = new AtomicInteger(Integer.MAX_VALUE);
    private final AtomicInteger starts = new AtomicInteger();
    private final AtomicInteger limited = new AtomicInteger();
    private final Deque<Long> lately = new ArrayDeque<>();
    private final List<Throwable> defects = new CopyOnWriteArrayList<>();

    private LiveProvider(HttpServer server, Kind kind, Tampering tampering) {
        this.server = server;
        this.kind = kind;
        this.tampering = tampering;
        book = new AnswerBook(tampering);
        door = new Doorkeeper(tampering, kind.token());
    }

    static LiveProvider start(Kind kind, Tampering tampering, SSLContext tls) throws IOException {
        HttpsServer server = HttpsServer.create(ANYWHERE, 0);
        server.setHttpsConfigurator(new HttpsConfigurator(tls));
        return started(server, kind, tampering);
    }

    /** Without TLS, which takes longer than all the rest, for what has nothing to do with it. */
    static LiveProvider start(Kind kind, Tampering tampering) throws IOException {
        return started(HttpServer.create(ANYWHERE, 0), kind, tampering);
    }

    private static LiveProvider started(HttpServer server, Kind kind, Tampering tampering) {
        LiveProvider provider = new LiveProvider(server, kind, tampering);
        server.setExecutor(provider.threads);
        server.createContext("/", provider::watched);
        server.start();
        return provider;
    }

    String baseUrl() {
        String scheme = server instanceof HttpsServer ? "https" : "http";
        return scheme + "://127.0.0.1:" + server.getAddress().getPort();
    }

    int requests() {
        return requests.get();
    }

    int starts() {
        return starts.get();
    }

    int limited() {
        return limited.get();
    }

    int grants() {
        return grants.size();
    }

    /** After so many requests more, the token has expired. */
    void takesTheTokenFor(int more) {
        lastRequest.set(requests.get() + more);
    }

    /** In upper case, and with something behind it, which is no id at all. */
    void namesAnotherTestInTheBody() {
        told = location -> location.replaceFirst("[^/]+$", "C7A3F2D1-E8A9-4B7C-8D1E-0F9A3B2C1D0E/status");
    }

    List<Throwable> defects() {
        return defects;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void watched(HttpExchange exchange) throws IOException {
        requests.incrementAndGet();
        try (exchange) {
            answer(exchange);
        } catch (RuntimeException | Error e) {
            defects.add(e);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        Matcher start = START.matcher(path);
        Matcher read = READ.matcher(path);
        byte[] body = exchange.getRequestBody().readAllBytes();
        if (path.equals("/oauth/token")) {
            grant(exchange, new String(body, StandardCharsets.UTF_8));
        } else if (isLimited()) {
            limited.incrementAndGet();
            exchange.getResponseHeaders().set("Retry-After", "1");
            send(exchange, book.answer("too-many-requests"), new TestKey("", ""));
        } else if (start.matches() && exchange.getRequestMethod().equals("POST")) {
            start(exchange, start.group(1), JSON.readTree(body));
        } else if (read.matches()) {
            read(exchange, new TestKey(read.group(1), read.group(2)));
        } else {
            plain(
                    exchange,
                    404,
                    "{\"errorCode\":\"HPE_GL_NOT_FOUND\",\"message\":\"no route\",\"httpStatusCode\":404}");
        }
    }

    private synchronized boolean isLimited() {
        long now = System.nanoTime();
        while (!lately.isEmpty() && now - lately.peek() > 1_000_000_000) {
            lately.remove();
        }
        if (lately.size() >= kind.requestsInASecond()) {
            return true;
        }
        lately.add(now);
        return false;
    }

    private void grant(HttpExchange exchange, String form) throws IOException {
        String secret = URLEncoder.encode(kind.secret(), StandardCharsets.UTF_8);
        if (kind.secret().isEmpty() || !form.contains("client_secret=" + secret)) {
            plain(exchange, 401, "{\"error\":\"invalid_client\"}");
            return;
        }
        String token = "granted-" + UUID.randomUUID() + UUID.randomUUID();
        grants.put(token, System.nanoTime() + kind.seconds() * 1_000_000_000L);
        plain(
                exchange,
                200,
                "{\"access_token\":\"" + token + "\",\"token_type\":\"Bearer\",\"expires_in\":" + kind.seconds() + "}");
    }

    private boolean isLetIn(HttpExchange exchange) {
        if (requests.get() > lastRequest.get() || !hasExtraHeader(exchange)) {
            return false;
        }
        if (!kind.token().isEmpty()) {
            return isLetIn(exchange, kind.token());
        }
        return grants.entrySet().stream()
                .filter(grant -> grant.getValue() > System.nanoTime())
                .anyMatch(grant -> isLetIn(exchange, grant.getKey()));
    }

    private boolean isLetIn(HttpExchange exchange, String token) {
        return TokenCheck.isBearer(exchange.getRequestHeaders(), token)
                || tampering
                        .admits()
                        .letsInBesides(
                                exchange.getRequestHeaders(),
                                exchange.getRequestURI().getRawQuery(),
                                token);
    }

    private void start(HttpExchange exchange, String gateway, JsonNode body) throws IOException {
        TestKey key = new TestKey(gateway, UUID.randomUUID().toString());
        int size = body.path("packetSize").asInt(92);
        boolean isLetIn = isLetIn(exchange);
        if (!isLetIn && tampering.slip() == Slip.FAILS_AT_STARTS_WITHOUT_A_TOKEN) {
            send(exchange, book.answer("internal-server-error"), key);
        } else if (!isLetIn && tampering.slip() == Slip.LIMITS_STARTS_WITHOUT_A_TOKEN) {
            send(exchange, book.answer("too-many-requests"), key);
        } else if (!isLetIn && tampering.slip() != Slip.STARTS_WITHOUT_A_TOKEN) {
            refuse(exchange, key, false);
        } else if (size < 10 || size > 2000) {
            send(exchange, book.answer("bad-request"), key);
        } else if (gateway.equals(OFFLINE_GATEWAY)) {
            plain(exchange, 409, problem("HPE_GRAVITY_DEVICE_OFFLINE", "Device offline: " + gateway));
        } else if (!Set.of(GATEWAY, OTHER_GATEWAY).contains(gateway)) {
            plain(exchange, 404, problem("HPE_GRAVITY_DEVICE_NOT_FOUND", "Device not found: " + gateway));
        } else {
            starts.incrementAndGet();
            boolean fails = body.path("destination").asString().equals(FAILING);
            List<Answer> answers = book.answersIn(
                            fails ? "a ping test runs to failure" : "a ping test runs to completion")
                    .orElseThrow();
            tasks.put(
                    key,
                    new Task(
                            key,
                            answers,
                            body.path("includeRawOutput").asBoolean(),
                            new AtomicInteger(),
                            fails ? "a ping test has failed" : "a ping test has completed"));
            String location = exchange.getRequestURI().getPath() + "/async-operations/" + key.taskId();
            exchange.getResponseHeaders().set("Location", location);
            plain(
                    exchange,
                    202,
                    "{\"location\":\"" + told.apply(location)
                            + "\",\"status\":\"INITIATED\",\"startTime\":\"2025-05-20T13:34:57.099357263Z\"}");
        }
    }

    private void read(HttpExchange exchange, TestKey key) throws IOException {
        if (REFUSED_GATEWAYS.contains(key.serialNumber())) {
            plain(exchange, Integer.parseInt(key.serialNumber().substring(9)), "{\"message\":\"not for you\"}");
            return;
        }
        Task task = found(key).orElse(null);
        boolean any = tampering.slip() == Slip.ANSWERS_ANY_METHOD;
        if (!(kind.token().isEmpty() ? isLetIn(exchange) : isLetIn(exchange, key, task))) {
            refuse(exchange, key, task != null);
        } else if (!exchange.getRequestMethod().matches("GET|HEAD") && !any) {
            send(exchange, book.answer("method-not-allowed"), key);
        } else if (tampering.malformed() != null && key.taskId().length() != 36) {
            send(exchange, book.answer(tampering.malformed()), key);
        } else if (task == null) {
            send(exchange, book.answer("unknown"), key);
        } else {
            send(exchange, task.raw() ? task.now() : withoutRaw(task.now()), key);
        }
    }

    private Optional<Task> found(TestKey key) {
        boolean forgets = tampering.slip() == Slip.FORGETS_THE_GATEWAY_ONCE_READ;
        return tasks.entrySet().stream()
                .filter(entry -> entry.getKey().equals(key)
                        || (tampering.isIn(entry.getValue().state())
                                && tampering.finds().finds(entry.getKey(), key))
                        || (forgets
                                && entry.getKey().taskId().equals(key.taskId())
                                && entry.getValue().polls() > 0))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** With one token, mistakes may be made as those of a provider with a state-change URL. */
    private boolean isLetIn(HttpExchange exchange, TestKey key, @Nullable Task task) {
        return requests.get() <= lastRequest.get()
                && hasExtraHeader(exchange)
                && door.admits(exchange, key, Optional.ofNullable(task));
    }

    private boolean hasExtraHeader(HttpExchange exchange) {
        return kind.extraHeader().isEmpty() || exchange.getRequestHeaders().getFirst(kind.extraHeader()) != null;
    }

    private static Answer withoutRaw(Answer answer) {
        if (answer.json() instanceof ObjectNode whole) {
            ObjectNode without = whole.deepCopy();
            without.putNull("rawOutput");
            return new Answer(
                    answer.status(),
                    without,
                    answer.text(),
                    answer.replace(),
                    answer.headers(),
                    answer.charset(),
                    answer.layout(),
                    answer.transfer(),
                    answer.afterMilliseconds());
        }
        return answer;
    }

    private void refuse(HttpExchange exchange, TestKey key, boolean exists) throws IOException {
        if (kind.foreignEnvelope()) {
            plain(
                    exchange,
                    401,
                    "{\"errorCode\":\"HPE_GL_NETWORKING_ERROR_UNAUTHORIZED\",\"httpStatusCode\":401,"
                            + "\"message\":\"Invalid access token\",\"debugId\":\"d-1\"}");
        } else {
            send(exchange, book.answer(exists ? "unauthorized" : "unauthorized-for-unknown"), key);
        }
    }

    private static String problem(String code, String message) {
        return "{\"errorCode\":\"" + code + "\",\"message\":\"" + message + "\"}";
    }

    private static void plain(HttpExchange exchange, int status, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        boolean isEmpty = exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(status, isEmpty ? -1 : body.length);
        if (!isEmpty) {
            exchange.getResponseBody().write(body);
        }
    }

    private void send(HttpExchange exchange, Answer answer, TestKey key) throws IOException {
        String authorization = exchange.getRequestHeaders().getFirst("Authorization");
        PingTestReads.send(
                exchange, answer, new Placeholders(key, authorization == null ? "" : authorization, ""), tampering);
    }
}
