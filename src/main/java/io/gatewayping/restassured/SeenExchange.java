package io.gatewayping.restassured;

import io.gatewayping.contract.Contract;
import io.gatewayping.contract.Operation;
import io.gatewayping.exchange.Credential;
import io.gatewayping.exchange.Exchange;
import io.gatewayping.exchange.Key;
import io.gatewayping.exchange.Outcome;
import io.gatewayping.exchange.Redaction;
import io.gatewayping.exchange.Request;
import io.gatewayping.exchange.Response;
import io.gatewayping.exchange.Scheme;
import io.gatewayping.exchange.Tokens;
import io.restassured.authentication.PreemptiveOAuth2HeaderScheme;
import io.restassured.http.Header;
import io.restassured.http.Headers;
import io.restassured.internal.RequestSpecificationImpl;
import io.restassured.specification.FilterableRequestSpecification;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What REST Assured has sent and read, as the judge reads it.
 *
 * @param token the only one that may be let in, or null when nobody knows
 */
record SeenExchange(
        Contract contract,
        @Nullable String token,
        FilterableRequestSpecification sent,
        io.restassured.response.Response received,
        // Read once, never compared.
        @SuppressWarnings("ArrayRecordComponent") byte[] body) {

    private static final int UNAUTHORIZED = 401;
    private static final String AUTHORIZATION = "Authorization";

    /** Nothing where the contract has no such path. */
    Optional<Exchange> exchange() {
        URI url = URI.create(sent.getURI());
        // A slash that is part of a name leads elsewhere once it is decoded.
        boolean isOfTheContract = Stream.of(url.getRawPath(), url.getPath())
                .allMatch(path -> contract.operations().stream()
                        .anyMatch(operation -> operation.key(path).isPresent()));
        if (!isOfTheContract) {
            return Optional.empty();
        }
        Operation operation = contract.asked(sent.getMethod(), url.getPath());
        return operation.key(url.getRawPath()).map(key -> exchange(operation, key, url));
    }

    private Exchange exchange(Operation operation, Key key, URI url) {
        Scheme scheme = operation.security().scheme();
        Headers carried = carried();
        Map<String, String> headers = headers(carried);
        Credential credential = token == null
                ? Credential.assumed(scheme, carried.getValues(scheme.header()), received.statusCode() == UNAUTHORIZED)
                : Credential.presented(scheme, headers, url.getRawQuery(), Tokens.of(token));
        URI shown = URI.create(sent.getURI().replaceFirst("\\?.*", ""));
        headers.remove(scheme.header().toLowerCase(Locale.ROOT));
        Request request = new Request(sent.getMethod(), shown, key, credential, "", headers);
        // What the client was told in a coding, it has decoded already, as it had asked for.
        List<Map.Entry<String, String>> fields = received.headers().asList().stream()
                .filter(header -> !header.getName().equalsIgnoreCase("Content-Encoding"))
                .map(header -> Map.entry(header.getName(), header.getValue()))
                .toList();
        Response response = Response.readElsewhere(received.statusCode(), fields, body, redaction(scheme, carried));
        return new Exchange(request, Outcome.answered(response), Instant.now(), Duration.ZERO);
    }

    /** What was sent: the token of {@code auth().oauth2()} no filter is told, and it takes the place of any other. */
    private Headers carried() {
        Headers given = sent.getHeaders();
        if (!(sent instanceof RequestSpecificationImpl request)
                || !(request.getAuthenticationScheme() instanceof PreemptiveOAuth2HeaderScheme oauth2)) {
            return given;
        }
        return new Headers(Stream.concat(
                        given.asList().stream()
                                .filter(header -> !header.getName().equalsIgnoreCase(AUTHORIZATION)),
                        Stream.of(new Header(AUTHORIZATION, oauth2.generateAuthToken())))
                .toList());
    }

    /** By name in lower case; none twice. */
    private static Map<String, String> headers(Headers carried) {
        return carried.asList().stream()
                .collect(Collectors.toMap(
                        header -> header.getName().toLowerCase(Locale.ROOT),
                        Header::getValue,
                        (first, second) -> first + ", " + second,
                        TreeMap::new));
    }

    private Redaction redaction(Scheme scheme, Headers carried) {
        Stream<String> tokens = carried.getValues(scheme.header()).stream()
                .map(value -> scheme.isCarriedBy(value)
                        ? value.substring(scheme.prefix().length())
                        : value);
        return new Redaction(
                Stream.concat(tokens, Stream.ofNullable(token))
                        .map(String::strip)
                        .filter(secret -> Redaction.isTelling(secret, contract.words()))
                        .distinct()
                        .toList(),
                contract.words());
    }
}
