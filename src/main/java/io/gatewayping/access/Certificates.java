package io.gatewayping.access;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/** Whom to trust, and what to show of oneself. Servers are always verified. */
public final class Certificates {

    private static final Pattern KEY = Pattern.compile("-----BEGIN ([A-Z ]*)PRIVATE KEY-----([^-]+)-----END");
    private static final List<String> ALGORITHMS = List.of("RSA", "EC", "EdDSA");

    private Certificates() {}

    /**
     * Makes TLS sockets.
     *
     * @param authorities PEM of certificates to trust beside those that the system trusts, or null
     * @param own PEM of a key and its certificates, or a PKCS 12 store of these, to show to servers, or null
     * @param password of the store, empty when it has none
     */
    public static SSLSocketFactory sockets(@Nullable Path authorities, @Nullable Path own, char[] password)
            throws Unusable {
        return context(authorities, own, password).getSocketFactory();
    }

    static SSLContext context(@Nullable Path authorities, @Nullable Path own, char[] password) throws Unusable {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(own == null ? null : shown(own, password), trusted(authorities), null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new Unusable(String.valueOf(e.getMessage()));
        }
    }

    private static TrustManager @Nullable [] trusted(@Nullable Path authorities)
            throws GeneralSecurityException, IOException, Unusable {
        if (authorities == null) {
            return null;
        }
        KeyStore both = KeyStore.getInstance(KeyStore.getDefaultType());
        both.load(null, null);
        TrustManagerFactory system = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        system.init((KeyStore) null);
        for (TrustManager manager : system.getTrustManagers()) {
            if (manager instanceof X509TrustManager known) {
                for (X509Certificate certificate : known.getAcceptedIssuers()) {
                    both.setCertificateEntry("system " + both.size(), certificate);
                }
            }
        }
        for (Certificate certificate : certificates(authorities)) {
            both.setCertificateEntry("given " + both.size(), certificate);
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(both);
        return trust.getTrustManagers();
    }

    private static KeyManager[] shown(Path own, char[] password)
            throws GeneralSecurityException, IOException, Unusable {
        KeyStore store = KeyStore.getInstance("PKCS12");
        Matcher key = KEY.matcher(new String(Files.readAllBytes(own), StandardCharsets.ISO_8859_1));
        if (key.find()) {
            store.load(null, null);
            store.setKeyEntry("own", key(own, key), password, certificates(own).toArray(Certificate[]::new));
        } else {
            try (InputStream in = Files.newInputStream(own)) {
                store.load(in, password);
            } catch (IOException e) {
                throw new Unusable(own + " is neither PEM with a private key nor a PKCS 12 store that this password"
                        + " opens: " + e.getMessage());
            }
        }
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, password);
        return keys.getKeyManagers();
    }

    private static PrivateKey key(Path own, Matcher key) throws GeneralSecurityException, Unusable {
        if (!key.group(1).isEmpty()) {
            throw new Unusable(own + " holds a key of the form " + key.group(1)
                    + "PRIVATE KEY; PKCS 8 without a password is wanted (openssl pkcs8 -topk8 -nodes), or PKCS 12");
        }
        try {
            byte[] bytes = Base64.getMimeDecoder().decode(key.group(2));
            for (String algorithm : ALGORITHMS) {
                try {
                    return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(bytes));
                } catch (InvalidKeySpecException e) {
                    // It is of another algorithm.
                }
            }
        } catch (IllegalArgumentException e) {
            // Told below, like every other key that cannot be read.
        }
        throw new Unusable(own + " holds a private key that cannot be read");
    }

    private static Collection<? extends Certificate> certificates(Path file)
            throws GeneralSecurityException, IOException, Unusable {
        String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        StringBuilder found = new StringBuilder();
        Matcher certificate = Pattern.compile("-----BEGIN CERTIFICATE-----.+?-----END CERTIFICATE-----", Pattern.DOTALL)
                .matcher(text);
        while (certificate.find()) {
            found.append(certificate.group()).append('\n');
        }
        if (found.isEmpty()) {
            throw new Unusable(file + " holds no certificate in PEM");
        }
        try (InputStream in = new ByteArrayInputStream(found.toString().getBytes(StandardCharsets.ISO_8859_1))) {
            return CertificateFactory.getInstance("X.509").generateCertificates(in);
        }
    }
}
