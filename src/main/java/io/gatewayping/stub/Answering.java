package io.gatewayping.stub;

/** Answers requests. */
interface Answering {

    /** The answer to a request. */
    Reply answer(HttpRequest request);

    /** The answer to what is no request. */
    Reply answer(Rejected rejected);
}
