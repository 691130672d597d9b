package io.gatewayping.restassured;

import io.gatewayping.contract.Contract;
import io.gatewayping.exchange.Credential;
import io.gatewayping.exchange.Exchange;
import io.gatewayping.exchange.Timeline;
import io.gatewayping.judge.Finding;
import io.gatewayping.judge.Judge;
import io.gatewayping.judge.Judgement;
import io.restassured.builder.ResponseBuilder;
import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Judges each response that a test is answered, and all that it is answered about one task, by the whole contract:
 * {@code given().filter(new ContractFilter())}. What breaks a clause fails the test. Requests that the contract says nothing
 * of pass. One filter for all requests about a task sees how it goes on; a filter for one request sees that one. May be used
 * by several threads, as long as no two of them read one task.
 */
public final class ContractFilter implements Filter {

    private final Contract contract;
    private final @Nullable String token;
    private final Map<List<?>, List<Exchange>> timelines = new HashMap<>();
    private final Set<Finding> told = new HashSet<>();

    /** Judges by the contract of the gateway ping test. */
    public ContractFilter() {
        this(Contract.builtIn());
    }

    /** Judges by another contract. */
    public ContractFilter(Contract contract) {
        this(contract, null);
    }

    private ContractFilter(Contract contract, @Nullable String token) {
        this.contract = contract;
        this.token = token;
    }

    /**
     * One that knows the only token that may be let in. One that does not know takes a token for valid unless it is refused
     * with 401.
     */
    public ContractFilter lettingIn(String validToken) {
        return new ContractFilter(contract, validToken);
    }

    @Override
    public Response filter(
            FilterableRequestSpecification request, FilterableResponseSpecification expected, FilterContext context) {
        Response response = context.next(request, expected);
        byte[] body = response.asByteArray();
        new SeenExchange(contract, token, request, response, body == null ? new byte[0] : body)
                .exchange()
                .ifPresent(this::judge);
        // The body was read; whoever comes behind reads it again.
        return body == null
                ? response
                : new ResponseBuilder().clone(response).setBody(body).build();
    }

    private void judge(Exchange exchange) {
        Judgement judgement = judged(exchange);
        List<Finding> findings =
                judgement.findings().stream().filter(this::isNew).toList();
        if (!findings.isEmpty()) {
            throw new AssertionError(words(exchange) + " breaks the contract:\n"
                    + findings.stream().map(Finding::words).collect(Collectors.joining("\n")));
        }
        if (!judgement.unjudged().isEmpty()) {
            throw new IllegalStateException(
                    words(exchange) + " could not be judged: " + String.join("; ", judgement.unjudged()));
        }
    }

    private synchronized boolean isNew(Finding finding) {
        return told.add(finding);
    }

    private synchronized Judgement judged(Exchange exchange) {
        List<Exchange> timeline = timelines.computeIfAbsent(about(exchange), first -> new ArrayList<>());
        timeline.add(exchange);
        return new Judge(contract).judge(new Timeline(null, List.copyOf(timeline)));
    }

    /** With a valid token, a task; without one, and where something is started, each exchange is by itself. */
    private List<?> about(Exchange exchange) {
        boolean read = contract.asked(
                        exchange.request().method(), exchange.request().url().getPath())
                .equals(contract.underTest());
        boolean authenticated = exchange.request().credential() == Credential.VALID_TOKEN;
        return read && authenticated
                ? List.of(
                        exchange.request().url().getAuthority(),
                        exchange.request().key())
                : List.of(new Object());
    }

    private static String words(Exchange exchange) {
        io.gatewayping.exchange.Response response = exchange.response();
        return exchange.request().method() + " " + exchange.request().url() + ": "
                + (response == null ? "no answer" : response.status());
    }
}
