package io.gatewayping.state;

import io.gatewayping.exchange.Exchange;
import io.gatewayping.exchange.Key;
import java.util.List;
import java.util.stream.Stream;

/**
 * A task that was started and polled to its end.
 *
 * @param key what it is read by
 * @param start how it was started
 * @param polls every poll, in order
 * @param end what the last one showed, as the contract has it in words
 */
record StartedTask(Key key, Exchange start, List<Exchange> polls, String end) {

    Exchange lastPoll() {
        return polls.get(polls.size() - 1);
    }

    List<Exchange> exchanges() {
        return Stream.concat(Stream.of(start), polls.stream()).toList();
    }
}
