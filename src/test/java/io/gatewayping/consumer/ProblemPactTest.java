package io.gatewayping.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.consumer.MockServer;
import au.com.dius.pact.consumer.dsl.PactDslWithProvider;
import au.com.dius.pact.consumer.junit5.PactConsumerTest;
import au.com.dius.pact.consumer.junit5.PactTestFor;
import au.com.dius.pact.core.model.PactSpecVersion;
import au.com.dius.pact.core.model.V4Pact;
import au.com.dius.pact.core.model.annotations.Pact;
import com.fasterxml.jackson.core.JsonProcessingException;
import io.gatewayping.client.ApiException;
import io.gatewayping.client.model.Problem;
import org.junit.jupiter.api.Test;

/** What the client needs of each error. */
@PactConsumerTest
@PactTestFor(providerName = Reading.PROVIDER, pactVersion = PactSpecVersion.V4)
final class ProblemPactTest {

    @Pact(consumer = Reading.CONSUMER)
    V4Pact badRequest(PactDslWithProvider pact) {
        return new Reading(pact, "the request is rejected as invalid", Task.INVALID)
                .answers(
                        400,
                        Bodies.problem("HPE_GRAVITY_BAD_REQUEST", "packetSize must be between 10 and 2000"),
                        "BadRequest/properties/errorCode/const");
    }

    @Test
    @PactTestFor(pactMethod = "badRequest")
    void tellsABadRequest(MockServer provider) throws JsonProcessingException {
        ApiException refusal = Client.authenticated(provider.getUrl()).refused(Task.INVALID);
        assertThat(refusal.getCode()).isEqualTo(400);
        Problem problem = Client.problem(refusal);
        assertThat(problem.getErrorCode()).isEqualTo("HPE_GRAVITY_BAD_REQUEST");
        assertThat(problem.getMessage()).isEqualTo("packetSize must be between 10 and 2000");
    }

    @Pact(consumer = Reading.CONSUMER)
    V4Pact unauthorized(PactDslWithProvider pact) {
        return new Reading(pact, "a ping test has completed", Task.UNAUTHENTICATED)
                .answersWithoutToken(
                        401,
                        Bodies.problem("HPE_GRAVITY_UNAUTHORIZED", "Authentication required."),
                        "Unauthorized/properties/errorCode/const");
    }

    @Test
    @PactTestFor(pactMethod = "unauthorized")
    void tellsAMissingToken(MockServer provider) throws JsonProcessingException {
        ApiException refusal = Client.unauthenticated(provider.getUrl()).refused(Task.UNAUTHENTICATED);
        assertThat(refusal.getCode()).isEqualTo(401);
        assertThat(Client.problem(refusal).getErrorCode()).isEqualTo("HPE_GRAVITY_UNAUTHORIZED");
    }

    @Pact(consumer = Reading.CONSUMER)
    V4Pact notFound(PactDslWithProvider pact) {
        return new Reading(pact, "no ping test exists", Task.UNKNOWN)
                .answers(
                        404,
                        Bodies.problem(
                                "HPE_GRAVITY_TASK_NOT_FOUND", "Async operation task not found: " + Task.UNKNOWN.id()),
                        "NotFound/properties/errorCode/const",
                        "not-found-names-the-task");
    }

    @Test
    @PactTestFor(pactMethod = "notFound")
    void tellsAnUnknownTask(MockServer provider) throws JsonProcessingException {
        ApiException refusal = Client.authenticated(provider.getUrl()).refused(Task.UNKNOWN);
        assertThat(refusal.getCode()).isEqualTo(404);
        assertThat(Client.problem(refusal).getErrorCode()).isEqualTo("HPE_GRAVITY_TASK_NOT_FOUND");
    }

    @Pact(consumer = Reading.CONSUMER)
    V4Pact tooManyRequests(PactDslWithProvider pact) {
        return new Reading(pact, "the rate limit is exceeded", Task.LIMITED)
                .answers(
                        429,
                        Bodies.problem("HPE_GRAVITY_TOO_MANY_REQUESTS", "Rate limit exceeded."),
                        "TooManyRequests/properties/errorCode/const");
    }

    @Test
    @PactTestFor(pactMethod = "tooManyRequests")
    void tellsAnExceededRateLimit(MockServer provider) throws JsonProcessingException {
        ApiException refusal = Client.authenticated(provider.getUrl()).refused(Task.LIMITED);
        assertThat(refusal.getCode()).isEqualTo(429);
        assertThat(Client.problem(refusal).getErrorCode()).isEqualTo("HPE_GRAVITY_TOO_MANY_REQUESTS");
    }

    @Pact(consumer = Reading.CONSUMER)
    V4Pact internalServerError(PactDslWithProvider pact) {
        return new Reading(pact, "the server fails unexpectedly", Task.UNEXPECTED)
                .answers(
                        500,
                        Bodies.problem("HPE_GRAVITY_INTERNAL_SERVER_ERROR", "An unexpected error occurred."),
                        "InternalServerError/properties/errorCode/const");
    }

    @Test
    @PactTestFor(pactMethod = "internalServerError")
    void tellsAnUnexpectedFailure(MockServer provider) throws JsonProcessingException {
        ApiException refusal = Client.authenticated(provider.getUrl()).refused(Task.UNEXPECTED);
        assertThat(refusal.getCode()).isEqualTo(500);
        assertThat(Client.problem(refusal).getErrorCode()).isEqualTo("HPE_GRAVITY_INTERNAL_SERVER_ERROR");
    }
}
