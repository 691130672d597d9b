package io.gatewayping.exchange;

import java.util.function.Supplier;
import javax.net.ssl.SSLSocketFactory;

/**
 * How servers are reached.
 *
 * @param tls makes sockets that trust whom one has to; it verifies always, and is asked for only where it is needed
 * @param proxies the way through proxies
 */
public record Network(Supplier<SSLSocketFactory> tls, Proxies proxies) {

    /** As Java does by itself, without a proxy. */
    public static Network plain() {
        return new Network(Network::ofTheSystem, Proxies.NONE);
    }

    /** Trusts whom the system trusts. */
    public static SSLSocketFactory ofTheSystem() {
        return (SSLSocketFactory) SSLSocketFactory.getDefault();
    }
}
