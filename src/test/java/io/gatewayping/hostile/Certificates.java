package io.gatewayping.hostile;

import io.netty.pkitesting.CertificateBuilder;
import io.netty.pkitesting.X509Bundle;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.time.Instant;
import javax.net.ssl.SSLContext;

/** Certificates, and an authority that signs some of them. */
public final class Certificates {

    /** From an hour ago on, for a day. */
    public static final Duration VALID = Duration.ofHours(-1);

    public static final Duration EXPIRED = Duration.ofDays(-9);

    private static final String PASSWORD = "changeit";

    private final Path folder;
    private final X509Bundle authority;

    /** @param folder where the files are kept that somebody asks for */
    public Certificates(Path folder) throws GeneralSecurityException {
        this.folder = folder;
        authority = selfSigned(of("A test authority", VALID));
    }

    /** The certificate of the authority in PEM. */
    public Path authority() throws IOException {
        return Files.writeString(
                folder.resolve("authority.pem"), authority.getCertificatePEM(), StandardCharsets.US_ASCII);
    }

    /** What a server with a certificate of the authority for this address shows, valid for a day from this start on. */
    public SSLContext shown(String address, Duration start) throws GeneralSecurityException {
        return context(signature(address, start));
    }

    /** Key and certificate of this kind, in a store of their own. */
    public Path kept(String address, Duration start) throws IOException, GeneralSecurityException {
        return store(signature(address, start).toKeyStore(PASSWORD.toCharArray()), "kept");
    }

    /** Options for a Java that trusts the authority. */
    public String[] trust() throws IOException, GeneralSecurityException {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("authority", authority.getCertificate());
        return new String[] {
            "-Djavax.net.ssl.trustStore=" + store(trusted, "trusted"), "-Djavax.net.ssl.trustStorePassword=" + PASSWORD
        };
    }

    public ServerSocket selfSigned() throws IOException, GeneralSecurityException {
        return listening(selfSigned(of("127.0.0.1", VALID).addSanIpAddress("127.0.0.1")));
    }

    /** A certificate of the authority for this address, valid for a day from this start on. */
    public ServerSocket signed(String address, Duration start) throws IOException, GeneralSecurityException {
        return listening(signature(address, start));
    }

    private X509Bundle signature(String address, Duration start) throws GeneralSecurityException {
        CertificateBuilder asked = of(address, start).addSanIpAddress(address);
        return made(() -> asked.buildIssuedBy(authority));
    }

    private static X509Bundle selfSigned(CertificateBuilder asked) throws GeneralSecurityException {
        return made(asked.setIsCertificateAuthority(true)::buildSelfSigned);
    }

    private static CertificateBuilder of(String subject, Duration start) {
        Instant from = Instant.now().plus(start);
        return new CertificateBuilder()
                .ecp256()
                .subject("CN=" + subject)
                .notBefore(from)
                .notAfter(from.plus(Duration.ofDays(1)));
    }

    /** What makes one, and says too little of how it may fail. */
    @FunctionalInterface
    private interface Making {
        X509Bundle make() throws Exception;
    }

    private static X509Bundle made(Making making) throws GeneralSecurityException {
        try {
            return making.make();
        } catch (Exception e) {
            throw new GeneralSecurityException(e);
        }
    }

    private static ServerSocket listening(X509Bundle shown) throws IOException, GeneralSecurityException {
        return context(shown).getServerSocketFactory().createServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
    }

    private static SSLContext context(X509Bundle shown) throws GeneralSecurityException {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(shown.toKeyManagerFactory().getKeyManagers(), null, null);
        return context;
    }

    private Path store(KeyStore keys, String name) throws IOException, GeneralSecurityException {
        Path file = folder.resolve(name + ".p12");
        try (OutputStream out = Files.newOutputStream(file)) {
            keys.store(out, PASSWORD.toCharArray());
        }
        return file;
    }
}
