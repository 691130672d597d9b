package io.gatewayping.broker;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Objects;
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
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.ProtocolException;
import org.apache.hc.core5.http.io.entity.HttpEntityWrapper;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * HTTP to one broker. The secrets go to its origin and to no other, no redirect is followed, and every answer is bounded in
 * bytes and time. Remembers what was asked last, for messages.
 */
final class BrokerHttp implements AutoCloseable {

    private static final int BODY_BYTES = 16 << 20;

    private final BrokerAccess access;
    private final CloseableHttpClient client;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "broker-timeout");
        thread.setDaemon(true);
        return thread;
    });
    private volatile String lastRequest = "";
    private volatile int lastStatus;
    private volatile boolean expired;

    BrokerHttp(BrokerAccess access) {
        this.access = access;
        Timeout timeout = Timeout.of(access.timeout());
        client = HttpClients.custom()
                .useSystemProperties()
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableContentCompression()
                .setRetryStrategy(new BoundedRetries())
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

    /** What was asked last, as {@code GET /matrix}. */
    String lastRequest() {
        return lastRequest;
    }

    /** The status of the last answer, 0 when there was none. */
    int lastStatus() {
        return lastStatus;
    }

    /** Whether the last answer was not there in time. */
    boolean isExpired() {
        return expired;
    }

    @Override
    public void close() throws IOException {
        clock.shutdownNow();
        client.close();
    }

    private ClassicHttpResponse bounded(ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
            throws IOException, HttpException {
        lastStatus = 0;
        expired = false;
        lastRequest = request.getMethod() + " " + request.getPath();
        URI url = url(request);
        if (!origin(url).equals(origin(access.url()))) {
            throw new ElsewhereException(origin(url));
        }
        Future<?> deadline = clock.schedule(
                () -> expire(scope.originalRequest), access.timeout().toMillis(), TimeUnit.MILLISECONDS);
        boolean goesOn = false;
        try {
            ClassicHttpResponse response = chain.proceed(request, scope);
            lastStatus = response.getCode();
            if (response.getEntity() != null) {
                response.setEntity(new BoundedEntity(response.getEntity(), deadline));
                goesOn = true;
            }
            return response;
        } finally {
            if (!goesOn) {
                deadline.cancel(false);
            }
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

    /** A link of the broker leads to another origin. */
    static final class ElsewhereException extends IOException {
        private static final long serialVersionUID = 1L;

        ElsewhereException(String origin) {
            super("its link leads to another origin, " + origin + ", to which nothing was sent");
        }
    }

    private static final class BoundedEntity extends HttpEntityWrapper {
        private final Future<?> deadline;

        BoundedEntity(HttpEntity entity, Future<?> deadline) {
            super(entity);
            this.deadline = deadline;
        }

        @Override
        public InputStream getContent() throws IOException {
            @Nullable InputStream content = super.getContent();
            return new BoundedContent(content == null ? InputStream.nullInputStream() : content, deadline);
        }

        @Override
        public void close() throws IOException {
            deadline.cancel(false);
            super.close();
        }
    }

    private static final class BoundedContent extends FilterInputStream {
        private final Future<?> deadline;
        private int left = BODY_BYTES;

        BoundedContent(InputStream in, Future<?> deadline) {
            super(in);
            this.deadline = deadline;
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            count(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = super.read(buffer, offset, length);
            count(Math.max(read, 0));
            return read;
        }

        private void count(int read) throws IOException {
            left -= read;
            if (left < 0) {
                throw new IOException("its answer is longer than " + (BODY_BYTES >> 20) + " MiB");
            }
        }

        @Override
        public void close() throws IOException {
            deadline.cancel(false);
            super.close();
        }
    }
}
