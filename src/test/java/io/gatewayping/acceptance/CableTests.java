package io.gatewayping.acceptance;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A deployment of another operation than the ping test: cable tests, which are named by a site, a switch and a number. It
 * is strict: what a start does not take, or is no number, is 400.
 */
final class CableTests implements AutoCloseable {

    static final String SITE = "campus-0042";
    static final String SWITCH = "SG30LMR114";
    static final String OTHER_SWITCH = "SG99ZZZ000";
    static final String OFFLINE_SWITCH = "SG00AAA000";

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Pattern START =
            Pattern.compile("/network-troubleshooting/v1alpha1/sites/([^/]+)/switches/([^/]+)/cable-tests");
    private static final Pattern READ = Pattern.compile(START + "/([^/]+)");

    /** What is wrong with it, if anything is. */
    enum Wrong {
        NOTHING,
        CHANGES_A_RESULT,
        KNOWS_A_TEST_BY_ITS_NUMBER_ALONE,
        KNOWS_A_TEST_AT_ANY_SITE,
        KNOWS_A_TEST_BY_ALL_BUT_ITS_LAST_DIGIT,
        ACCEPTS_WITHOUT_A_LOCATION,
        NAMES_THE_TEST_OF_ANOTHER_SWITCH,
        NAMES_THE_TEST_OF_ANOTHER_SITE_IN_THE_BODY
    }

    /** How it tells where a test is. */
    enum Telling {
        BOTH(true, "%s", "%s"),
        IN_THE_HEADER_AS_A_URL(true, "http://10.0.0.7:8080%s", "%s"),
        IN_THE_BODY_ALONE(false, "", "http://10.0.0.7:8080%s"),
        BEHIND_A_PREFIX(true, "/behind%s", "/behind%s");

        private final boolean header;
        private final String ofTheHeader;
        private final String ofTheBody;

        Telling(boolean header, String ofTheHeader, String ofTheBody) {
            this.header = header;
            this.ofTheHeader = ofTheHeader;
            this.ofTheBody = ofTheBody;
        }
    }

    private final HttpServer server;
    private final String token;
    private final Wrong wrong;
    private final Telling telling;
    private final AtomicInteger numbers = new AtomicInteger(4711);
    private final AtomicInteger requests = new AtomicInteger();
    private final Map<String, AtomicInteger> reads = new ConcurrentHashMap<>();
    private final Set<String> sites = new TreeSet<>();
    private final List<Throwable> defects = new CopyOnWriteArrayList<>();

    private CableTests(HttpServer server, String token, Wrong wrong, Telling telling) {
        this.server = server;
        this.token = token;
        this.wrong = wrong;
        this.telling = telling;
    }

    static CableTests start(String token, Wrong wrong, Telling telling) throws IOException {
        CableTests provider =
                new CableTests(HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0), token, wrong, telling);
        provider.server.createContext("/", provider::watched);
        provider.server.start();
        return provider;
    }

    String baseUrl() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    int requests() {
        return requests.get();
    }

    int starts() {
        return reads.size();
    }

    /** The sites at which tests were started. */
    Set<String> sites() {
        return sites;
    }

    List<Throwable> defects() {
        return defects;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void watched(HttpExchange exchange) throws IOException {
        requests.incrementAndGet();
        try (exchange) {
            answer(exchange, exchange.getRequestURI().getPath());
        } catch (RuntimeException | Error e) {
            defects.add(e);
        }
    }

    private void answer(HttpExchange exchange, String path) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        Matcher start = START.matcher(path);
        Matcher read = READ.matcher(path);
        if (!TokenCheck.isBearer(exchange.getRequestHeaders(), token)) {
            send(exchange, 401, problem("UNAUTHORIZED", "Authentication required."));
        } else if (start.matches() && exchange.getRequestMethod().equals("POST")) {
            sites.add(start.group(1));
            start(exchange, path, start.group(1), start.group(2), JSON.readTree(body));
        } else if (read.matches()) {
            read(exchange, path, read.group(3));
        } else {
            send(exchange, 404, Map.of("errorCode", "NO_ROUTE", "message", "no route"));
        }
    }

    private void start(HttpExchange exchange, String path, String site, String owner, JsonNode body)
            throws IOException {
        boolean known = site.equals(SITE) && Set.of(SWITCH, OTHER_SWITCH).contains(owner);
        if (owner.equals(OFFLINE_SWITCH)) {
            send(exchange, 409, problem("DEVICE_OFFLINE", "Device offline: " + owner));
        } else if (!known || !body.propertyNames().equals(Set.of("port"))) {
            send(exchange, 400, problem("BAD_REQUEST", "no such port of such a switch"));
        } else if (wrong == Wrong.ACCEPTS_WITHOUT_A_LOCATION) {
            send(exchange, 202, Map.of("status", "INITIATED"));
        } else {
            String location = path + "/" + numbers.getAndAdd(7);
            reads.put(location, new AtomicInteger());
            if (wrong == Wrong.NAMES_THE_TEST_OF_ANOTHER_SWITCH) {
                location = location.replace(SWITCH, OTHER_SWITCH);
            }
            if (telling.header) {
                exchange.getResponseHeaders().set("Location", telling.ofTheHeader.formatted(location));
            }
            if (wrong == Wrong.NAMES_THE_TEST_OF_ANOTHER_SITE_IN_THE_BODY) {
                location = location.replace(SITE, "branch-0007");
            }
            send(exchange, 202, Map.of("location", telling.ofTheBody.formatted(location), "status", "INITIATED"));
        }
    }

    private void read(HttpExchange exchange, String path, String number) throws IOException {
        if (!number.matches("[1-9][0-9]*")) {
            send(exchange, 400, problem("BAD_REQUEST", "no number of a cable test"));
            return;
        }
        AtomicInteger read = reads.entrySet().stream()
                .filter(test -> isFound(test.getKey(), path))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
        if (read == null) {
            send(exchange, 404, problem("TASK_NOT_FOUND", "Async operation task not found: " + number));
            return;
        }
        int before = read.getAndIncrement();
        String status = List.of("INITIATED", "INITIATED", "RUNNING", "RUNNING", "COMPLETED")
                .get(Math.min(before, 4));
        Object length = wrong == Wrong.CHANGES_A_RESULT ? 12 + before % 2 : 12;
        send(
                exchange,
                200,
                status.equals("COMPLETED")
                        ? Map.of("status", status, "lengthMeters", length)
                        : Map.of("status", status));
    }

    private boolean isFound(String there, String asked) {
        return switch (wrong) {
            case KNOWS_A_TEST_BY_ITS_NUMBER_ALONE -> there.endsWith(asked.substring(asked.lastIndexOf('/')));
            case KNOWS_A_TEST_AT_ANY_SITE -> withoutItsSite(there).equals(withoutItsSite(asked));
            case KNOWS_A_TEST_BY_ALL_BUT_ITS_LAST_DIGIT ->
                there.substring(0, there.length() - 1).equals(asked.substring(0, asked.length() - 1));
            default -> there.equals(asked);
        };
    }

    private static String withoutItsSite(String path) {
        return path.substring(path.indexOf("/switches/"));
    }

    private static Map<String, String> problem(String code, String message) {
        return Map.of("errorCode", "HPE_GRAVITY_" + code, "message", message);
    }

    private static void send(HttpExchange exchange, int status, Map<String, ?> body) throws IOException {
        byte[] json = JSON.writeValueAsString(body).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, json.length);
        exchange.getResponseBody().write(json);
    }
}
