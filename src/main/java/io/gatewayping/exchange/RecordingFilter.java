package io.gatewayping.exchange;

import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.http.Header;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Records the one response that passes through, without its secrets. */
final class RecordingFilter implements Filter {

    private final Redaction redaction;
    private @Nullable Response recorded;

    RecordingFilter(Redaction redaction) {
        this.redaction = redaction;
    }

    @Nullable
    Response recorded() {
        return recorded;
    }

    @Override
    public io.restassured.response.Response filter(
            FilterableRequestSpecification request,
            FilterableResponseSpecification expectation,
            FilterContext context) {
        io.restassured.response.Response answer = context.next(request, expectation);
        SortedMap<String, List<String>> headers = new TreeMap<>();
        for (Header header : answer.headers()) {
            headers.computeIfAbsent(
                            redaction.redact(header.getName()).toLowerCase(Locale.ROOT), name -> new ArrayList<>())
                    .add(header.getValue() == null ? "" : redaction.redact(header.getValue()));
        }
        recorded = new Response(answer.statusCode(), headers, redaction.redact(answer.asByteArray()));
        return answer;
    }
}
