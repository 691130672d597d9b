package io.gatewayping.contract;

import io.gatewayping.contract.Document.Located;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the parameters of an operation, those that it shares with others of its path among them. */
final class ParameterReader {

    /** What OpenAPI ignores among parameters, since the contract says it elsewhere. */
    private static final Set<String> SAID_ELSEWHERE = Set.of("accept", "content-type", "authorization");

    /** What a client says of the connection and of the message, whatever a contract would have. */
    private static final Set<String> OF_THE_MESSAGE = Set.of(
            "host",
            "connection",
            "keep-alive",
            "content-length",
            "transfer-encoding",
            "te",
            "trailer",
            "upgrade",
            "expect");

    private static final Pattern NAME = Pattern.compile("\\{([^}]+)}");

    private final Document document;

    ParameterReader(Document document) {
        this.document = document;
    }

    /** Those of the path in its order, then all others. */
    List<Parameter> read(String path, Located pathItem, Located operation) {
        Map<String, Parameter> declared = declared(pathItem.child("parameters"));
        // What an operation says of a parameter stands in the place of what its path says.
        declared.putAll(declared(operation.child("parameters")));
        List<Parameter> parameters = new ArrayList<>();
        Matcher names = NAME.matcher(path);
        while (names.find()) {
            Parameter parameter = declared.remove("path " + names.group(1));
            if (parameter == null) {
                throw document.invalid(
                        operation.pointer(),
                        "the path parameter " + names.group(1) + " is not declared, or used twice");
            }
            parameters.add(parameter);
        }
        declared.values().forEach(parameter -> parameters.add(sendable(parameter, path)));
        return parameters;
    }

    /** By place and name. */
    private Map<String, Parameter> declared(Located list) {
        Map<String, Parameter> declared = new LinkedHashMap<>();
        for (Located item : list.items()) {
            Located place = document.resolve(item);
            Parameter parameter =
                    new Parameter(place.child("name").text(), place.child("in").text(), place);
            // A header is the same one in another case.
            String name = parameter.isIn("header") ? parameter.name().toLowerCase(Locale.ROOT) : parameter.name();
            if (declared.putIfAbsent(parameter.in() + " " + name, parameter) != null) {
                throw document.invalid(item.pointer(), "the parameter " + parameter.name() + " is there already");
            }
        }
        return declared;
    }

    private Parameter sendable(Parameter parameter, String path) {
        Located place = parameter.place();
        if (parameter.isIn("path")) {
            throw document.invalid(place.pointer(), parameter.name() + " is no part of the path " + path);
        }
        if (parameter.isIn("header") && SAID_ELSEWHERE.contains(parameter.name().toLowerCase(Locale.ROOT))) {
            throw document.invalid(
                    place.pointer(), "the media types and the security say it; OpenAPI ignores it among parameters");
        }
        if (parameter.isIn("header")) {
            refuseOfTheMessage(document, place, parameter.name());
        }
        if (parameter.isIn("cookie")) {
            throw document.invalid(place.child("in").pointer(), "no cookie is sent, nor is anybody held to one");
        }
        if (!place.child("x-fresh").isMissing()) {
            throw document.invalid(
                    place.child("x-fresh").pointer(), "it is sent as its example has it, and never drawn");
        }
        if (!place.child("x-owner").isMissing()) {
            throw document.invalid(place.child("x-owner").pointer(), "the owner of a task is named in the path");
        }
        if (parameter.isRequired() && parameter.example().isEmpty()) {
            throw document.invalid(
                    place.pointer(),
                    "a required parameter is sent in the query or in a header, with its example as its value");
        }
        if (parameter.isIn("header") && parameter.isRequired() && !ResponseHeader.isSendable(parameter.example())) {
            throw document.invalid(
                    place.child("example").pointer(), "HTTP carries visible ASCII in a header, without blanks around");
        }
        return parameter;
    }

    /** Refuses a header that is sent as the connection needs it. */
    static void refuseOfTheMessage(Document document, Located place, String header) {
        if (OF_THE_MESSAGE.contains(header.toLowerCase(Locale.ROOT))) {
            throw document.invalid(place.child("name").pointer(), "HTTP itself says what stands in " + header);
        }
    }
}
