package io.gatewayping.stub;

import com.github.tomakehurst.wiremock.common.JettySettings;
import com.github.tomakehurst.wiremock.core.Options;
import com.github.tomakehurst.wiremock.http.AdminRequestHandler;
import com.github.tomakehurst.wiremock.http.HttpServer;
import com.github.tomakehurst.wiremock.http.HttpServerFactory;
import com.github.tomakehurst.wiremock.http.StubRequestHandler;
import com.github.tomakehurst.wiremock.jetty11.Jetty11HttpServer;
import org.eclipse.jetty.io.NetworkTrafficListener;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.ServerConnector;

/**
 * WireMock's server, but that a header's value keeps its case: Jetty remembers the headers of a connection without regard
 * to case, so that a token in another case would become the valid one that came before it.
 */
final class CaseSensitiveJetty implements HttpServerFactory {

    @Override
    public HttpServer buildHttpServer(Options options, AdminRequestHandler admin, StubRequestHandler stub) {
        return new Jetty11HttpServer(options, admin, stub) {
            @Override
            protected ServerConnector createHttpConnector(
                    String host, int port, JettySettings settings, NetworkTrafficListener listener) {
                ServerConnector connector = super.createHttpConnector(host, port, settings, listener);
                connector.getConnectionFactories().stream()
                        .filter(HttpConfiguration.ConnectionFactory.class::isInstance)
                        .map(HttpConfiguration.ConnectionFactory.class::cast)
                        .forEach(factory -> factory.getHttpConfiguration().setHeaderCacheCaseSensitive(true));
                return connector;
            }
        };
    }
}
