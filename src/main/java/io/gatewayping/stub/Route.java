package io.gatewayping.stub;

import io.gatewayping.contract.Operation;
import io.gatewayping.exchange.Key;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The path of one operation: just this one, and not one that ends like it. */
final class Route {

    private static final Pattern PARAMETER = Pattern.compile("\\{([^}]+)}");

    private final Operation operation;
    private final Pattern form;

    Route(Operation operation) {
        this.operation = operation;
        form = Pattern.compile(Stream.of(PARAMETER.split(operation.path(), -1))
                .map(Pattern::quote)
                .collect(Collectors.joining("([^/]+)")));
    }

    Operation operation() {
        return operation;
    }

    boolean matches(String path) {
        return form.matcher(path).matches();
    }

    /** What a path names; nothing when an escape in it stands for no text. */
    Optional<Key> key(String path) {
        Matcher values = form.matcher(path);
        if (!values.matches()) {
            return Optional.empty();
        }
        Map<String, String> parameters = new LinkedHashMap<>();
        Matcher names = PARAMETER.matcher(operation.path());
        for (int group = 1; names.find(); group++) {
            Optional<String> value = decoded(values.group(group));
            if (value.isEmpty()) {
                return Optional.empty();
            }
            parameters.put(names.group(1), value.get());
        }
        return Optional.of(new Key(parameters));
    }

    private static Optional<String> decoded(String segment) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int at = 0; at < segment.length(); at++) {
            char c = segment.charAt(at);
            if (c != '%') {
                bytes.write(c);
                continue;
            }
            String code = segment.substring(at + 1, Math.min(at + 3, segment.length()));
            if (!code.matches("[0-9A-Fa-f]{2}")) {
                return Optional.empty();
            }
            bytes.write(Integer.parseInt(code, 16));
            at += 2;
        }
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.toByteArray()))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
