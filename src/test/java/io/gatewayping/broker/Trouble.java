package io.gatewayping.broker;

import java.net.URI;

/**
 * A fault, where it strikes and how often; by itself, everywhere and for ever.
 *
 * @param detail the relations that are missing, or the origin that a redirection or the links lead to
 * @param method that it strikes, or empty
 * @param path an encoded path, that strikes all below it too; "/" is the index alone, and empty is everywhere
 */
public record Trouble(Fault fault, String detail, String method, String path, int times) {

    private Trouble(Fault fault, String detail) {
        this(fault, detail, "", "", Integer.MAX_VALUE);
    }

    public static Trouble of(Fault fault) {
        return new Trouble(fault, "");
    }

    public static Trouble missing(String... relations) {
        return new Trouble(Fault.MISSING_LINK, String.join(" ", relations));
    }

    public static Trouble redirect(URI origin) {
        return new Trouble(Fault.REDIRECT, origin.toString());
    }

    public static Trouble linksTo(URI origin) {
        return new Trouble(Fault.LINKS_ELSEWHERE, origin.toString());
    }

    public Trouble at(String somePath) {
        return at(method, somePath);
    }

    public Trouble at(String someMethod, String somePath) {
        return new Trouble(fault, detail, someMethod, somePath, times);
    }

    public Trouble times(int count) {
        return new Trouble(fault, detail, method, path, count);
    }

    boolean strikes(Received request) {
        String asked = request.path();
        boolean matrixOnly = fault == Fault.MATRIX_UNKNOWN || fault == Fault.MATRIX_YES_WITHOUT_RESULTS;
        return (!matrixOnly || asked.equals("/matrix"))
                && (method.isEmpty() || method.equals(request.method()))
                && (path.isEmpty() || asked.equals(path) || !path.equals("/") && asked.startsWith(path + "/"));
    }
}
