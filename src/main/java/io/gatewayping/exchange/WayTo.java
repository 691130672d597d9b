package io.gatewayping.exchange;

import io.gatewayping.exchange.Connection.Origin;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/** The way to a server, gone step by step for whoever looks for what stands in it. Nothing is asked of the server. */
public final class WayTo {

    private static final String TCP = "TCP";
    private static final String TLS = "TLS";

    private final Origin origin;
    private final Network network;
    private final int milliseconds;

    /**
     * The way to the server of this URL.
     *
     * @param most how long one step may take
     */
    public WayTo(URI url, Network network, Duration most) {
        this.origin = Origin.of(url);
        this.network = network;
        this.milliseconds = (int) most.toMillis();
    }

    /**
     * Goes it.
     *
     * @param found hears the name of each step and what was found
     * @return whether there is one
     */
    public boolean isOpen(BiConsumer<String, String> found) {
        URI proxy = network.proxies().on(origin.secure(), origin.host()).orElse(null);
        InetSocketAddress first = proxy == null
                ? InetSocketAddress.createUnresolved(origin.host(), origin.port())
                : Tunnel.address(proxy);
        found.accept("proxy", proxy == null ? "none" : first.getHostString() + ":" + first.getPort());
        String step = "name";
        try (Socket wire = new Socket()) {
            InetAddress[] addresses = InetAddress.getAllByName(first.getHostString());
            found.accept(
                    step,
                    first.getHostString() + " is "
                            + Arrays.stream(addresses)
                                    .map(InetAddress::getHostAddress)
                                    .collect(Collectors.joining(", ")));
            step = TCP;
            wire.connect(new InetSocketAddress(addresses[0], first.getPort()), milliseconds);
            wire.setSoTimeout(milliseconds);
            if (proxy != null) {
                step = "tunnel";
                Tunnel.open(wire, proxy, origin.host() + ":" + origin.port());
            }
            found.accept(step, "connected to " + origin.host() + ":" + origin.port());
            step = TLS;
            found.accept(step, origin.secure() ? shaken(wire) : "none: what is sent may be read on its way");
            return true;
        } catch (SocketTimeoutException e) {
            found.accept(step, "nothing came within " + milliseconds / 1000.0 + " s");
        } catch (UnknownHostException e) {
            found.accept(
                    step, "no such host (" + e.getMessage() + "): look for a slip of the pen, or a VPN that is off");
        } catch (IOException e) {
            found.accept(
                    step,
                    proxy != null && step.equals(TCP)
                            ? Tunnel.unreachable(proxy, e).getMessage() + ": --proxy or HTTPS_PROXY names it"
                            : words(e, step));
        }
        return false;
    }

    /** Whether what is asked without TLS speaks TLS, as behind a URL whose scheme is a slip of the pen. */
    public boolean isSecureAfterAll() {
        if (origin.secure() || network.proxies().on(false, origin.host()).isPresent()) {
            return false;
        }
        try (Socket wire = new Socket()) {
            wire.connect(new InetSocketAddress(origin.host(), origin.port()), milliseconds);
            wire.setSoTimeout(milliseconds);
            shaken(wire);
            return true;
        } catch (IOException e) {
            return showsACertificate(e);
        }
    }

    /** Whether it failed for a certificate that was shown. */
    private static boolean showsACertificate(IOException failure) {
        return Stream.<Throwable>iterate(failure, Objects::nonNull, Throwable::getCause)
                .anyMatch(CertificateException.class::isInstance);
    }

    private String shaken(Socket wire) throws IOException {
        try (SSLSocket socket = Connection.secured(origin, network.tls().get(), wire)) {
            socket.startHandshake();
            return socket.getSession().getProtocol() + words(socket.getSession().getPeerCertificates()[0]);
        }
    }

    private static String words(@Nullable Certificate certificate) {
        return certificate instanceof X509Certificate shown
                ? ", with a certificate of "
                        + Excerpt.of(shown.getSubjectX500Principal().getName()) + " until "
                        + shown.getNotAfter().toInstant()
                : "";
    }

    private static String words(IOException failure, String step) {
        String words = Excerpt.of(Transport.words(failure));
        if (step.equals(TCP)) {
            return words + ": look at the port, at a firewall, or at whether a proxy is needed (HTTPS_PROXY)";
        }
        return step.equals(TLS) && showsACertificate(failure)
                ? words + ": an authority that the system does not know is given with --ca"
                : words;
    }
}
