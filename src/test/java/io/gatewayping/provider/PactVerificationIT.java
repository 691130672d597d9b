package io.gatewayping.provider;

import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.provider.junit5.HttpTestTarget;
import au.com.dius.pact.provider.junit5.PactVerificationContext;
import au.com.dius.pact.provider.junit5.PactVerificationInvocationContextProvider;
import au.com.dius.pact.provider.junitsupport.IgnoreMissingStateChange;
import au.com.dius.pact.provider.junitsupport.Provider;
import au.com.dius.pact.provider.junitsupport.loader.PactFolder;
import io.gatewayping.contract.Contract;
import io.gatewayping.stub.Stub;
import java.net.MalformedURLException;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpRequest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/** The stub keeps the committed pacts. */
@Provider(PactVerificationIT.PROVIDER)
@PactFolder("pacts")
// The states are set up through the provider's URL, not by methods of this class.
@IgnoreMissingStateChange
final class PactVerificationIT {

    static final String PROVIDER = "network-troubleshooting";

    private static final String TOKEN = "the-stub's-token";

    private static Stub stub;
    private static StateChangeUrl states;
    private static int verified;

    @BeforeAll
    static void startStub() throws Stub.NotStarted, MalformedURLException {
        stub = Stub.start(Contract.builtIn(), "127.0.0.1", 0, TOKEN);
        states = new StateChangeUrl(PROVIDER, stub.stateUrl());
    }

    @AfterAll
    static void stopStub() {
        stub.close();
        assertThat(verified).as("interactions verified").isPositive();
    }

    @BeforeEach
    void setUpState(PactVerificationContext context) throws MalformedURLException {
        context.setTarget(HttpTestTarget.fromUrl(stub.baseUrl().toURL()));
        states.setUp(context);
    }

    @AfterEach
    void tearDownState(PactVerificationContext context) {
        states.tearDown(context);
    }

    @TestTemplate
    @ExtendWith(PactVerificationInvocationContextProvider.class)
    void keeps(PactVerificationContext context, HttpRequest request) {
        if (request.containsHeader(HttpHeaders.AUTHORIZATION)) {
            request.setHeader(HttpHeaders.AUTHORIZATION, "Bearer " + TOKEN);
        }
        context.verifyInteraction();
        verified++;
    }
}
