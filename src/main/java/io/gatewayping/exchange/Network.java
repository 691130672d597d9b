package io.gatewayping.exchange;

import javax.net.ssl.SSLSocketFactory;

/**
 * How servers are reached.
 *
 * @param tls makes sockets that trust whom one has to; it verifies always
 * @param proxies the way through proxies
 */
public record Network(SSLSocketFactory tls, Proxies proxies) {

    /** As Java does by itself, without a proxy. */
    public static Network plain() {
        return new Network((SSLSocketFactory) SSLSocketFactory.getDefault(), Proxies.NONE);
    }
}
