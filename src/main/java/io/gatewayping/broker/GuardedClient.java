package io.gatewayping.broker;

import au.com.dius.pact.core.pactbroker.HalClient;
import au.com.dius.pact.core.pactbroker.IHalClient;
import au.com.dius.pact.core.pactbroker.PactBrokerClient;
import au.com.dius.pact.core.pactbroker.PactBrokerClientConfig;
import java.util.HashMap;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;

/** Pact's own client of a broker, over our HTTP: Pact's would follow redirects with the token, and wait for ever. */
final class GuardedClient extends PactBrokerClient {

    private final BrokerHttp http;

    GuardedClient(String url, BrokerHttp http) {
        super(url, new HashMap<>(), new PactBrokerClientConfig());
        this.http = http;
    }

    @Override
    public IHalClient newHalClient() {
        return new Hal(getPactBrokerUrl(), http.client());
    }

    private static final class Hal extends HalClient {

        private final CloseableHttpClient client;

        Hal(String url, CloseableHttpClient client) {
            super(url, new HashMap<>(), new PactBrokerClientConfig());
            this.client = client;
        }

        @Override
        public CloseableHttpClient setupHttpClient() {
            setHttpClient(client);
            return client;
        }
    }
}
