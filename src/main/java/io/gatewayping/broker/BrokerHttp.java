package io.gatewayping.broker;

import au.com.dius.pact.core.pactbroker.RequestFailedException;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.concurrent.Cancellable;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.HttpStatus;
import org.apache.hc.core5.http.ProtocolException;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * HTTP to one broker. The secrets go to its origin and to no other, no redirect is followed, and every answer is bounded in
 * bytes and time. What is no success, by its status or by being no JSON, fails.
 */
final class BrokerHttp implements AutoCloseable {

    private static final int BODY_BYTES = 16 << 20;

    private final BrokerAccess access;
    private final BoundedRetries retries = new BoundedRetries();
    private final CloseableHttpClient client;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "broker-timeout");
        thread.setDaemon(true);
        return thread;
    });
    private volatile String lastRequest = "";
    private volatile @Nullable Exception failure;
    private volatile boolean expired;

    BrokerHttp(BrokerAccess access) {
        this.access = access;
        Timeout timeout = Timeout.of(access.timeout());
        client = HttpClients.custom()
                .useSystemProperties()
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableContentCompression()
                .setRetryStrategy(retries)
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(timeout)
                        .setResponseTimeout(timeout)
                        .build())
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .useSystemProperties()
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(timeout)
                                .setSocketTimeout(timeout)
                                .build())
                        .build())
                .addExecInterceptorFirst("bounded", this::bounded)
                // Behind the retries, each of which is made of the request as it was before.
                .addRequestInterceptorLast((request, entity, context) -> authorize(request))
                .build();
    }

    CloseableHttpClient client() {
        return client;
    }

    /** Whatever failed before: something else is asked now. */
    void begin() {
        lastRequest = "";
        failure = null;
        expired = false;
        retries.begin();
    }

    /** What was asked last, as {@code GET /matrix}, or what failed first. */
    String lastRequest() {
        return lastRequest;
    }

    /** What failed first: Pact's client tells some failures in words of its own, and goes on after others. */
    Optional<Exception> failure() {
        return Optional.ofNullable(failure);
    }

    /** Whether an answer was not there in time. */
    boolean isExpired() {
        return expired;
    }

    /** The status by which it said last that it is busy, when it was asked again. */
    OptionalInt busy() {
        return retries.busy();
    }

    @Override
    public void close() throws IOException {
        clock.shutdownNow();
        client.close();
    }

    private ClassicHttpResponse bounded(ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
            throws IOException, HttpException {
        if (failure == null) {
            lastRequest = request.getMethod() + " " + request.getPath();
        }
        try {
            return answered(request, scope, chain);
        } catch (IOException | HttpException | RuntimeException e) {
            failure = Objects.requireNonNullElse(failure, e);
            throw e;
        }
    }

    private ClassicHttpResponse answered(ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
            throws IOException, HttpException {
        URI url = url(request);
        if (!origin(url).equals(origin(access.url()))) {
            throw new IOException("its link leads to another origin, " + origin(url) + ", to which nothing was sent");
        }
        Future<?> deadline = clock.schedule(
                () -> expire(scope.originalRequest), access.timeout().toMillis(), TimeUnit.MILLISECONDS);
        try (ClassicHttpResponse response = chain.proceed(request, scope)) {
            byte[] body = body(response);
            String type =
                    response.getEntity() == null ? null : response.getEntity().getContentType();
            if (response.getCode() >= HttpStatus.SC_REDIRECTION) {
                String words = new String(body, StandardCharsets.UTF_8);
                throw new RequestFailedException(response.getCode(), words, "it answered " + response.getCode());
            }
            if (!isJson(body)) {
                throw new IOException("its answer is no complete JSON (" + type + ")");
            }
            response.setEntity(new ByteArrayEntity(body, ContentType.parseLenient(type)));
            return response;
        } finally {
            deadline.cancel(false);
        }
    }

    private static byte[] body(ClassicHttpResponse response) throws IOException {
        if (response.getEntity() == null) {
            return new byte[0];
        }
        byte[] body = response.getEntity().getContent().readNBytes(BODY_BYTES + 1);
        if (body.length > BODY_BYTES) {
            throw new IOException("its answer is longer than " + (BODY_BYTES >> 20) + " MiB");
        }
        return body;
    }

    /** A page for people, or half an answer, is no success, whatever its status. */
    private static boolean isJson(byte[] body) {
        try {
            return !JsonMapper.shared().readTree(body).isMissingNode();
        } catch (JacksonException e) {
            return false;
        }
    }

    private void authorize(HttpRequest request) {
        String authorization = access.authorization();
        if (authorization != null) {
            request.setHeader("Authorization", authorization);
        }
    }

    private void expire(ClassicHttpRequest request) {
        expired = true;
        if (request instanceof Cancellable running) {
            running.cancel();
        }
    }

    private static URI url(ClassicHttpRequest request) throws ProtocolException {
        try {
            return request.getUri();
        } catch (URISyntaxException e) {
            throw new ProtocolException("no URL: " + request.getRequestUri(), e);
        }
    }

    private static String origin(URI url) {
        String scheme = String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
        int port = url.getPort() >= 0 ? url.getPort() : scheme.equals("https") ? 443 : 80;
        return scheme + "://" + Objects.requireNonNullElse(url.getHost(), "").toLowerCase(Locale.ROOT) + ":" + port;
    }
}
