package io.gatewayping.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that wants to know who connects is shown the certificate that was given. */
final class CertificatesTest {

    private static final char[] PASSWORD = "changeit".toCharArray();

    @TempDir
    private static Path folder;

    private static Path authority;
    private static Path store;

    @BeforeAll
    static void found() throws IOException, GeneralSecurityException {
        io.gatewayping.hostile.Certificates certificates = new io.gatewayping.hostile.Certificates(folder);
        authority = certificates.authority();
        store = certificates.kept("127.0.0.1", io.gatewayping.hostile.Certificates.VALID);
    }

    @Test
    void aStoreIsShown() throws Exception {
        assertThat(seen(store, PASSWORD)).isEqualTo("CN=127.0.0.1");
    }

    @Test
    void aFileInPemIsShown() throws Exception {
        assertThat(seen(pem("PRIVATE KEY"), new char[0])).isEqualTo("CN=127.0.0.1");
    }

    @Test
    void whoeverShowsNothingIsNotLetIn() {
        assertThatThrownBy(() -> seen(null, new char[0])).isInstanceOf(Exception.class);
    }

    @Test
    void aWrongPasswordIsToldWithoutIt() {
        assertThatThrownBy(() -> Certificates.sockets(authority, store, "another-one".toCharArray()))
                .isInstanceOf(Unusable.class)
                .hasMessageContaining("nor a PKCS 12 store that this password opens")
                .hasMessageNotContaining("another-one");
    }

    @Test
    void aKeyOfAnotherFormIsTold() throws Exception {
        Path pem = pem("EC PRIVATE KEY");
        assertThatThrownBy(() -> Certificates.sockets(authority, pem, new char[0]))
                .isInstanceOf(Unusable.class)
                .hasMessageContaining("openssl pkcs8");
    }

    private Path pem(String form) throws GeneralSecurityException, IOException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD);
        }
        String own = keys.aliases().nextElement();
        return Files.writeString(
                folder.resolve("own.pem"),
                block(form, keys.getKey(own, PASSWORD).getEncoded())
                        + block("CERTIFICATE", keys.getCertificate(own).getEncoded()));
    }

    private static String block(String name, byte[] bytes) {
        byte[] newLine = "\n".getBytes(StandardCharsets.US_ASCII);
        return "-----BEGIN " + name + "-----\n"
                + Base64.getMimeEncoder(64, newLine).encodeToString(bytes) + "\n-----END " + name + "-----\n";
    }

    /** Whom a server sees that lets nobody in without a certificate. */
    private String seen(@Nullable Path own, char[] password) throws Exception {
        // The server trusts the same authority, by the same means.
        SSLContext server = Certificates.context(authority, store, PASSWORD);
        try (ServerSocket listening =
                server.getServerSocketFactory().createServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            ((SSLServerSocket) listening).setNeedClientAuth(true);
            CompletableFuture<String> subject = new CompletableFuture<>();
            Thread thread = new Thread(() -> {
                try (SSLSocket accepted = (SSLSocket) listening.accept()) {
                    accepted.startHandshake();
                    X509Certificate shown =
                            (X509Certificate) accepted.getSession().getPeerCertificates()[0];
                    accepted.getOutputStream().write(1);
                    subject.complete(shown.getSubjectX500Principal().getName());
                } catch (IOException e) {
                    subject.completeExceptionally(e);
                }
            });
            thread.start();
            try (SSLSocket client = (SSLSocket) Certificates.sockets(authority, own, password)
                    .createSocket("127.0.0.1", listening.getLocalPort())) {
                client.startHandshake();
                assertThat(client.getInputStream().read()).isEqualTo(1);
            }
            return subject.get(10, TimeUnit.SECONDS);
        }
    }
}
