package io.gatewayping.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TlsTest {

    private static final String PASSWORD = "changeit";

    @Test
    void answersOverTls(@TempDir Path folder) throws Exception {
        SSLContext tls = selfSigned(folder.resolve("keys.p12"));
        try (BrokerDouble broker = BrokerDouble.start(tls, Access.open())) {
            HttpClient client = HttpClient.newBuilder().sslContext(tls).build();
            String index = client.send(HttpRequest.newBuilder(broker.url()).build(), BodyHandlers.ofString())
                    .body();

            assertThat(broker.url()).hasScheme("https");
            assertThat(Recording.parsed(index).at("/_links/self/href").asText())
                    .isEqualTo(broker.url().toString());
        }
    }

    private static SSLContext selfSigned(Path keys) throws Exception {
        String keytool =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        String key = "-genkeypair -alias own -keyalg EC -dname CN=127.0.0.1 -ext san=ip:127.0.0.1 -storepass ";
        String command = keytool + " " + key + PASSWORD + " -keystore " + keys;
        assertThat(new ProcessBuilder(command.split(" ")).start().waitFor()).isZero();
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(keys)) {
            store.load(in, PASSWORD.toCharArray());
        }
        KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        own.init(store, PASSWORD.toCharArray());
        TrustManagerFactory trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trusted.init(store);
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(own.getKeyManagers(), trusted.getTrustManagers(), null);
        return tls;
    }
}
