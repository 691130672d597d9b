package io.gatewayping.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** Certificates by the JDK's own keytool, and an authority that signs some of them. */
public final class Certificates {

    private static final String PASSWORD = "changeit";

    private final Path folder;

    public Certificates(Path folder) throws IOException, GeneralSecurityException, InterruptedException {
        this.folder = folder;
        made("authority", "A test authority", "-ext", "bc:c");
        KeyStore trusted = empty();
        trusted.setCertificateEntry("authority", certificate("authority"));
        store(trusted, "trusted");
    }

    /** The certificate of the authority in PEM. */
    public Path authority() throws IOException, GeneralSecurityException {
        String encoded =
                Base64.getMimeEncoder().encodeToString(certificate("authority").getEncoded());
        return Files.writeString(
                folder.resolve("authority.pem"),
                "-----BEGIN CERTIFICATE-----\n" + encoded + "\n-----END CERTIFICATE-----\n",
                StandardCharsets.US_ASCII);
    }

    /** What a server with a certificate of the authority for this address shows, valid for a day from this start on. */
    public SSLContext shown(String address, String start)
            throws IOException, GeneralSecurityException, InterruptedException {
        return context(signature(address, start));
    }

    /** Key and certificate of this kind, in a store of their own. */
    public Path kept(String address, String start) throws IOException, GeneralSecurityException, InterruptedException {
        String name = signature(address, start);
        return store(only(name), name);
    }

    /** Options for a Java that trusts the authority. */
    public String[] trust() {
        return new String[] {
            "-Djavax.net.ssl.trustStore=" + file("trusted"), "-Djavax.net.ssl.trustStorePassword=" + PASSWORD
        };
    }

    public ServerSocket selfSigned() throws IOException, GeneralSecurityException, InterruptedException {
        made("self", "127.0.0.1", "-ext", "san=ip:127.0.0.1");
        return listening("self");
    }

    /** A certificate of the authority for this address, valid for a day from this start on. */
    public ServerSocket signed(String address, String start)
            throws IOException, GeneralSecurityException, InterruptedException {
        return listening(signature(address, start));
    }

    private String signature(String address, String start) throws IOException, InterruptedException {
        String name = address + start;
        made(name, address, "-signer", "authority", "-ext", "san=ip:" + address, "-startdate", start, "-validity", "1");
        return name;
    }

    /** All stand in one store, where the authority finds what it signs. */
    private void made(String name, String subject, String... more) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                // A short life needs no second compiler.
                "-J-XX:TieredStopAtLevel=1",
                "-J-XX:+UseSerialGC",
                "-genkeypair",
                "-keyalg",
                "EC",
                "-alias",
                name,
                "-dname",
                "CN=" + subject));
        command.addAll(List.of(more));
        command.addAll(List.of("-keystore", file("made").toString(), "-storepass", PASSWORD));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        assertThat(process.waitFor()).as(() -> log()).isZero();
    }

    private String log() {
        try {
            return Files.readString(folder.resolve("log"));
        } catch (IOException e) {
            return e.toString();
        }
    }

    private ServerSocket listening(String name) throws IOException, GeneralSecurityException {
        return context(name).getServerSocketFactory().createServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
    }

    private SSLContext context(String name) throws IOException, GeneralSecurityException {
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(only(name), PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }

    private KeyStore only(String name) throws IOException, GeneralSecurityException {
        KeyStore all = all();
        KeyStore one = empty();
        char[] password = PASSWORD.toCharArray();
        one.setKeyEntry("own", all.getKey(name, password), password, all.getCertificateChain(name));
        return one;
    }

    private Certificate certificate(String name) throws IOException, GeneralSecurityException {
        return all().getCertificate(name);
    }

    private KeyStore all() throws IOException, GeneralSecurityException {
        try (InputStream in = Files.newInputStream(file("made"))) {
            KeyStore all = KeyStore.getInstance("PKCS12");
            all.load(in, PASSWORD.toCharArray());
            return all;
        }
    }

    private static KeyStore empty() throws IOException, GeneralSecurityException {
        KeyStore empty = KeyStore.getInstance("PKCS12");
        empty.load(null, null);
        return empty;
    }

    private Path store(KeyStore keys, String name) throws IOException, GeneralSecurityException {
        try (OutputStream out = Files.newOutputStream(file(name))) {
            keys.store(out, PASSWORD.toCharArray());
        }
        return file(name);
    }

    private Path file(String name) {
        return folder.resolve(name + ".p12");
    }
}
