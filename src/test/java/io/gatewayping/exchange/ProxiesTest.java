package io.gatewayping.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A server is reached through the proxy that was given, and only where it was. */
final class ProxiesTest {

    private HttpServer server;
    private TunnelProxy proxy;

    @BeforeEach
    void open() throws IOException {
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.start();
        proxy = TunnelProxy.open();
    }

    @AfterEach
    void close() throws IOException {
        server.stop(0);
        proxy.close();
    }

    @Test
    void theConnectionGoesThroughIt() {
        assertThat(status("http://127.0.0.1:" + proxy.port(), List.of())).isEqualTo(204);
        assertThat(proxy.heads()).hasSize(1);
        assertThat(proxy.heads().get(0))
                .startsWith("CONNECT 127.0.0.1:" + server.getAddress().getPort() + " HTTP/1.1\r\n")
                .doesNotContain("Authorization");
    }

    @Test
    void itIsShownWhoWantsTo() {
        assertThat(status("http://user:p%40ss@127.0.0.1:" + proxy.port(), List.of()))
                .isEqualTo(204);
        String both = Base64.getEncoder().encodeToString("user:p@ss".getBytes(StandardCharsets.UTF_8));
        assertThat(proxy.heads().get(0)).contains("Proxy-Authorization: Basic " + both + "\r\n");
    }

    @Test
    void exceptionsGoByThemselves() {
        assertThat(status("http://127.0.0.1:" + proxy.port(), List.of("127.0.0.1")))
                .isEqualTo(204);
        assertThat(proxy.heads()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "example.com, example.com, false",
        "example.com, api.example.com, false",
        ".example.com, api.example.com, false",
        "*.example.com, API.example.com, false",
        "example.com, badexample.com, true",
        "*, example.com, false",
        "'', example.com, true",
        "'other.org, example.com', example.com, false",
    })
    void exceptionsAreReadAsTheyAreWritten(String list, String host, boolean goesThrough) {
        Proxies proxies = new Proxies(URI.create("http://proxy:1"), true, Proxies.exceptions(list));

        assertThat(proxies.on(true, host).isPresent()).isEqualTo(goesThrough);
        assertThat(proxies.on(false, host)).as("plain HTTP").isEmpty();
    }

    private Integer status(String through, List<String> except) {
        Network network = new Network(Network.plain().tls(), new Proxies(URI.create(through), false, except));
        try (Transport transport = new Transport(new Limits(Duration.ofSeconds(10)), network, Pace.FREE)) {
            URI url = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
            Outcome outcome = transport.call(new Redaction(List.of()), new HttpCall("GET", url, Map.of(), new byte[0]));
            return outcome.response() == null ? null : outcome.response().status();
        }
    }
}
