package io.gatewayping.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** Certificates by the JDK's own keytool, and an authority that signs some of them. */
public final class Certificates {

    private static final String PASSWORD = "changeit";

    private final Path folder;

    public Certificates(Path folder) throws IOException, InterruptedException {
        this.folder = folder;
        made("authority", "CN=A test authority", "-ext", "bc:c");
        keytool("authority", "-exportcert", "-alias", "own", "-file", file("authority.crt"));
        keytool("trusted", "-importcert", "-noprompt", "-alias", "authority", "-file", file("authority.crt"));
    }

    /** The certificate of the authority in PEM. */
    public Path authority() throws IOException, InterruptedException {
        keytool("authority", "-exportcert", "-rfc", "-alias", "own", "-file", file("authority.pem"));
        return folder.resolve("authority.pem");
    }

    /** What a server with a certificate of the authority for this address shows, valid for a day from this start on. */
    public SSLContext shown(String address, String start)
            throws IOException, GeneralSecurityException, InterruptedException {
        return context(signature(address, start));
    }

    /** Options for a Java that trusts the authority. */
    public String[] trust() {
        return new String[] {
            "-Djavax.net.ssl.trustStore=" + file("trusted.p12"), "-Djavax.net.ssl.trustStorePassword=" + PASSWORD
        };
    }

    public ServerSocket selfSigned() throws IOException, GeneralSecurityException, InterruptedException {
        made("self", "CN=127.0.0.1", "-ext", "san=ip:127.0.0.1");
        return listening("self");
    }

    /** A certificate of the authority for this address, valid for a day from this start on. */
    public ServerSocket signed(String address, String start)
            throws IOException, GeneralSecurityException, InterruptedException {
        return listening(signature(address, start));
    }

    private String signature(String address, String start) throws IOException, InterruptedException {
        String name = address + start;
        made(name, "CN=" + address);
        keytool(name, "-certreq", "-alias", "own", "-file", file("request"));
        keytool(
                "authority",
                "-gencert",
                "-alias",
                "own",
                "-infile",
                file("request"),
                "-outfile",
                file("signed.crt"),
                "-ext",
                "san=ip:" + address,
                "-startdate",
                start,
                "-validity",
                "1");
        keytool(name, "-importcert", "-noprompt", "-alias", "authority", "-file", file("authority.crt"));
        keytool(name, "-importcert", "-noprompt", "-alias", "own", "-file", file("signed.crt"));
        return name;
    }

    private void made(String store, String subject, String... more) throws IOException, InterruptedException {
        List<String> arguments =
                new ArrayList<>(List.of("-genkeypair", "-alias", "own", "-keyalg", "EC", "-dname", subject));
        arguments.addAll(List.of(more));
        keytool(store, arguments.toArray(String[]::new));
    }

    private void keytool(String store, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                // A short life needs no second compiler.
                "-J-XX:TieredStopAtLevel=1",
                "-J-XX:+UseSerialGC"));
        command.addAll(List.of(arguments));
        command.addAll(List.of("-keystore", file(store + ".p12"), "-storepass", PASSWORD));
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

    private ServerSocket listening(String store) throws IOException, GeneralSecurityException {
        return context(store).getServerSocketFactory().createServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
    }

    private SSLContext context(String store) throws IOException, GeneralSecurityException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(folder.resolve(store + ".p12"))) {
            keys.load(in, PASSWORD.toCharArray());
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }

    private String file(String name) {
        return folder.resolve(name).toString();
    }
}
