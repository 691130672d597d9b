package io.gatewayping.exchange;

import static io.restassured.config.DecoderConfig.decoderConfig;
import static io.restassured.config.EncoderConfig.encoderConfig;
import static io.restassured.config.HttpClientConfig.httpClientConfig;
import static io.restassured.config.RedirectConfig.redirectConfig;

import io.restassured.RestAssured;
import io.restassured.config.RestAssuredConfig;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import javax.net.ssl.SSLException;
import org.apache.http.HttpConnection;
import org.apache.http.NoHttpResponseException;
import org.apache.http.client.ClientProtocolException;
import org.apache.http.client.HttpRequestRetryHandler;
import org.apache.http.conn.ClientConnectionManager;
import org.apache.http.conn.ClientConnectionOperator;
import org.apache.http.conn.ConnectTimeoutException;
import org.apache.http.conn.scheme.SchemeRegistry;
import org.apache.http.impl.client.AbstractHttpClient;
import org.apache.http.impl.client.DefaultHttpClient;
import org.apache.http.impl.conn.BasicClientConnectionManager;
import org.apache.http.impl.conn.PoolingClientConnectionManager;
import org.apache.http.impl.conn.SchemeRegistryFactory;
import org.apache.http.params.HttpParams;
import org.apache.http.params.SyncBasicHttpParams;
import org.apache.http.protocol.HttpContext;
import org.apache.http.protocol.HttpCoreContext;

/**
 * HTTP by REST Assured with every read bounded in bytes, lines and time. No redirect is followed, no cookie kept, no
 * compression asked for. Connections are reused. Safe for use by many threads.
 */
// REST Assured takes no other client than Apache's AbstractHttpClient, which Apache has deprecated.
@SuppressWarnings("deprecation")
public final class Transport implements AutoCloseable {

    private static final int CONNECTIONS = 64;

    private final Limits limits;
    private final HttpParams params;
    private final ClientConnectionManager pool = pool();
    private final AtomicInteger unanswered = new AtomicInteger();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "request-timeout");
        thread.setDaemon(true);
        return thread;
    });

    /** Reads no more of any answer than these limits allow. */
    public Transport(Limits limits) {
        this.limits = limits;
        this.params = params(limits);
    }

    /**
     * Sends one request and reads its answer.
     *
     * @param redaction takes the secrets out of what is recorded
     * @param request what to send, on a specification that is ready to send
     */
    public Outcome call(Redaction redaction, Consumer<RequestSpecification> request) {
        return call(pool, redaction, request);
    }

    /**
     * The same on a connection of its own, so that nothing that was sent before can have a part in the answer: some
     * servers remember the headers of a connection.
     */
    public Outcome callAlone(Redaction redaction, Consumer<RequestSpecification> request) {
        ClientConnectionManager single = single();
        try {
            return call(single, redaction, request);
        } finally {
            single.shutdown();
        }
    }

    private Outcome call(
            ClientConnectionManager connections, Redaction redaction, Consumer<RequestSpecification> request) {
        Attempt attempt = new Attempt(this::whenTheTimeIsUp);
        RecordingFilter recording = new RecordingFilter(redaction);
        try {
            request.accept(RestAssured.given()
                    .config(configuration(connections, attempt))
                    .urlEncodingEnabled(false)
                    .filter(recording));
            return new Outcome(recording.recorded(), null);
        } catch (Exception e) {
            if (isTooLate(e, attempt)) {
                unanswered.incrementAndGet();
            }
            return new Outcome(null, Excerpt.of(redaction.redact(words(e, attempt))));
        } finally {
            attempt.done();
        }
    }

    private Future<?> whenTheTimeIsUp(Runnable expire) {
        return clock.schedule(expire, limits.requestTimeout().toMillis(), TimeUnit.MILLISECONDS);
    }

    /** How many requests got no complete answer in time. */
    public int unanswered() {
        return unanswered.get();
    }

    @Override
    public void close() {
        clock.shutdownNow();
        pool.shutdown();
    }

    private RestAssuredConfig configuration(ClientConnectionManager connections, Attempt attempt) {
        return RestAssuredConfig.config()
                .httpClient(httpClientConfig().httpClientFactory(() -> client(connections, attempt)))
                .redirect(redirectConfig().followRedirects(false))
                .decoderConfig(decoderConfig().noContentDecoders())
                .encoderConfig(encoderConfig().appendDefaultContentCharsetToContentTypeIfUndefined(false));
    }

    private AbstractHttpClient client(ClientConnectionManager connections, Attempt attempt) {
        DefaultHttpClient client = new DefaultHttpClient(new AttemptConnections(connections, attempt), params.copy());
        client.setHttpRequestRetryHandler(onceOnAnOldConnection(attempt));
        return client;
    }

    /** Made once: for the defaults among them, the client reads its version from a file. */
    private static HttpParams params(Limits limits) {
        HttpParams params = new SyncBasicHttpParams();
        DefaultHttpClient.setDefaultHttpParams(params);
        int timeout = Math.toIntExact(limits.requestTimeout().toMillis());
        params.setIntParameter("http.connection.timeout", timeout);
        params.setIntParameter("http.socket.timeout", timeout);
        params.setLongParameter("http.conn-manager.timeout", timeout);
        params.setIntParameter("http.connection.max-line-length", Limits.HEADER_LINE_BYTES);
        params.setIntParameter("http.connection.max-header-count", Limits.HEADER_LINES);
        return params;
    }

    /** A server may close a kept connection at the very moment at which it is used again: that is no failure of its. */
    private static HttpRequestRetryHandler onceOnAnOldConnection(Attempt attempt) {
        return (failure, executions, context) -> executions == 1
                && !attempt.isExpired()
                && (failure instanceof NoHttpResponseException || failure instanceof SocketException)
                && connection(context) != null
                && connection(context).getMetrics() != null
                && connection(context).getMetrics().getRequestCount() > 1;
    }

    private static HttpConnection connection(HttpContext context) {
        return (HttpConnection) context.getAttribute(HttpCoreContext.HTTP_CONNECTION);
    }

    private static ClientConnectionManager single() {
        return new BasicClientConnectionManager(SchemeRegistryFactory.createSystemDefault()) {
            @Override
            protected ClientConnectionOperator createConnectionOperator(SchemeRegistry schemes) {
                return BoundedConnection.operator(schemes);
            }
        };
    }

    private static ClientConnectionManager pool() {
        PoolingClientConnectionManager manager =
                new PoolingClientConnectionManager(SchemeRegistryFactory.createSystemDefault()) {
                    @Override
                    protected ClientConnectionOperator createConnectionOperator(SchemeRegistry schemes) {
                        return BoundedConnection.operator(schemes);
                    }
                };
        manager.setMaxTotal(CONNECTIONS);
        manager.setDefaultMaxPerRoute(CONNECTIONS);
        return manager;
    }

    private String words(Exception failure, Attempt attempt) {
        if (isTooLate(failure, attempt)) {
            return failure instanceof ConnectTimeoutException
                    ? "no connection within " + seconds()
                    : "no complete answer within " + seconds();
        }
        if (failure instanceof ConnectException) {
            return "nobody listens there (" + failure.getMessage() + ")";
        }
        if (failure instanceof UnknownHostException) {
            return "no such host (" + failure.getMessage() + ")";
        }
        if (failure instanceof SSLException) {
            return "no trusted TLS connection (" + failure.getMessage() + ")";
        }
        if (failure instanceof BoundedConnection.TooLong) {
            return "the answer is longer than " + (Limits.ANSWER_BYTES >> 10) + " KiB";
        }
        if (failure instanceof NoHttpResponseException) {
            return "the connection was closed without an HTTP answer";
        }
        if (failure instanceof ClientProtocolException) {
            Throwable cause = failure.getCause() == null ? failure : failure.getCause();
            return "the answer is no HTTP (" + cause.getMessage() + ")";
        }
        // The client has a class of its own for the first of these, but not in every place.
        if (String.valueOf(failure.getMessage()).startsWith("Maximum header count")) {
            return "more than " + Limits.HEADER_LINES + " header lines";
        }
        if (String.valueOf(failure.getMessage()).startsWith("Maximum line length")) {
            return "a header line longer than " + (Limits.HEADER_LINE_BYTES >> 10) + " KiB";
        }
        if (failure instanceof IOException || failure.getCause() == null) {
            return failure.getClass().getSimpleName() + ": " + failure.getMessage();
        }
        return failure.getCause().getClass().getSimpleName() + ": "
                + failure.getCause().getMessage();
    }

    private static boolean isTooLate(Exception failure, Attempt attempt) {
        return attempt.isExpired() || failure instanceof SocketTimeoutException;
    }

    private String seconds() {
        Duration timeout = limits.requestTimeout();
        return timeout.toMillis() / 1000.0 + " s";
    }
}
