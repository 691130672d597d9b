package io.gatewayping.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatewayping.cli.GateProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Providers that are not who they say they are, or that never say who they are. */
@Timeout(120)
final class TlsIT {

    @TempDir
    static Path folder;

    private static Certificates certificates;

    @BeforeAll
    static void authority() throws IOException, GeneralSecurityException {
        certificates = new Certificates(folder);
    }

    @Test
    void aCertificateOfATrustedAuthorityIsTrusted() throws IOException, GeneralSecurityException {
        assertTrusted(judged(certificates.signed("127.0.0.1", Certificates.VALID)));
    }

    @Test
    void soIsThatOfAnAuthorityWhichJavaTrusts() throws IOException, GeneralSecurityException, InterruptedException {
        ServerSocket listening = certificates.signed("127.0.0.1", Certificates.VALID);
        try (RawServer provider = RawServer.on(listening, "https", HonestAnswers::of)) {
            assertTrusted(GateJvm.judge(provider.url(), List.of(certificates.trust()), Judged.SMOKE));
        }
    }

    @Test
    void aSelfSignedCertificateIsNot() throws IOException, GeneralSecurityException {
        assertRefused(certificates.selfSigned(), "unable to find valid certification path");
    }

    @Test
    void anExpiredCertificateIsNot() throws IOException, GeneralSecurityException {
        assertRefused(certificates.signed("127.0.0.1", Certificates.EXPIRED), "validity check failed");
    }

    @Test
    void aCertificateForAnotherHostIsNot() throws IOException, GeneralSecurityException {
        assertRefused(
                certificates.signed("127.0.0.2", Certificates.VALID),
                "No subject alternative names matching IP address 127.0.0.1");
    }

    @Test
    void aSchemeThatIsASlipOfThePenIsTold() throws IOException, GeneralSecurityException {
        ServerSocket listening = certificates.signed("127.0.0.1", Certificates.VALID);
        try (RawServer provider = RawServer.on(listening, "http", HonestAnswers::of)) {
            GateProcess.Result result = GateProcess.run("doctor", "--base-url=" + provider.url());

            assertThat(result.out())
                    .contains("  TLS        it is https that listens there: give --base-url https://"
                            + provider.url().getAuthority());
            assertThat(result.exit()).isEqualTo(Misbehaviour.INCONCLUSIVE);
        }
        try (RawServer provider = RawServer.start(HonestAnswers::of)) {
            String secure = "https://" + provider.url().getAuthority();
            assertThat(GateProcess.run("doctor", "--base-url=" + secure).out())
                    .contains("is it http that listens there?\n");
        }
    }

    @Test
    void aHandshakeThatNeverBeginsEnds() throws IOException, InterruptedException {
        assertUnanswered(connection -> pause());
    }

    @Test
    void aHandshakeThatNeverEndsEnds() throws IOException, InterruptedException {
        assertUnanswered(connection -> {
            // A handshake record of 16 KiB, which begins as a ServerHello does, byte by byte.
            connection.getOutputStream().write(new byte[] {22, 3, 3, 64, 0, 2, 0, 63, (byte) 252});
            while (true) {
                connection.getOutputStream().write(1);
                connection.getOutputStream().flush();
                pause();
            }
        });
    }

    private interface Handshake {
        void with(Socket connection) throws IOException;
    }

    private static void pause() {
        try {
            Thread.sleep(200);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void assertUnanswered(Handshake handshake) throws IOException, InterruptedException {
        // A socket that nothing refers to is closed when the garbage is collected.
        List<Socket> open = new CopyOnWriteArrayList<>();
        try (ServerSocket listening = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"))) {
            Thread server = new Thread(() -> {
                try {
                    while (true) {
                        Socket connection = listening.accept();
                        open.add(connection);
                        Thread one = new Thread(() -> {
                            try {
                                handshake.with(connection);
                            } catch (IOException e) {
                                // The client has had enough.
                            }
                        });
                        one.setDaemon(true);
                        one.start();
                    }
                } catch (IOException e) {
                    // Closed.
                }
            });
            server.setDaemon(true);
            server.start();

            Judged judged = Judged.by(URI.create("https://127.0.0.1:" + listening.getLocalPort()));

            assertThat(judged.told()).hasSize(1).first().asString().endsWith("no complete answer within 2.0 s");
            assertThat(judged.exit()).isEqualTo(Misbehaviour.INCONCLUSIVE);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } finally {
            for (Socket connection : open) {
                connection.close();
            }
        }
    }

    private static void assertTrusted(Judged judged) {
        assertThat(judged.told()).isEmpty();
        assertThat(judged.exit()).isZero();
    }

    private static void assertRefused(ServerSocket listening, String why) throws IOException, GeneralSecurityException {
        Judged judged = judged(listening);

        assertThat(judged.told())
                .hasSize(1)
                .first()
                .asString()
                .contains("no trusted TLS connection")
                .contains(why);
        assertThat(judged.exit()).isEqualTo(Misbehaviour.INCONCLUSIVE);
    }

    private static Judged judged(ServerSocket listening) throws IOException, GeneralSecurityException {
        try (RawServer provider = RawServer.on(listening, "https", HonestAnswers::of)) {
            return Judged.by(provider.url(), "--ca=" + certificates.authority());
        }
    }
}
