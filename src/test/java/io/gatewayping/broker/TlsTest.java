package io.gatewayping.broker;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.pkitesting.CertificateBuilder;
import io.netty.pkitesting.X509Bundle;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;

final class TlsTest {

    @Test
    void answersOverTls() throws Exception {
        SSLContext tls = selfSigned();
        try (BrokerDouble broker = BrokerDouble.start(tls, Access.open())) {
            HttpClient client = HttpClient.newBuilder().sslContext(tls).build();
            String index = client.send(HttpRequest.newBuilder(broker.url()).build(), BodyHandlers.ofString())
                    .body();

            assertThat(broker.url()).hasScheme("https");
            assertThat(Recording.parsed(index).at("/_links/self/href").asText())
                    .isEqualTo(broker.url().toString());
        }
    }

    private static SSLContext selfSigned() throws Exception {
        X509Bundle own = new CertificateBuilder()
                .ecp256()
                .subject("CN=127.0.0.1")
                .addSanIpAddress("127.0.0.1")
                .setIsCertificateAuthority(true)
                .buildSelfSigned();
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(
                own.toKeyManagerFactory().getKeyManagers(),
                own.toTrustManagerFactory().getTrustManagers(),
                null);
        return tls;
    }
}
