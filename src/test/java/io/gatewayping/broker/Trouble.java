package io.gatewayping.broker;

import java.net.URI;

/**
 * A fault, where it strikes and how often; by itself, everywhere and for ever.
 *
 * @param detail the relations that are missing, or the origin that is redirected to
 * @param path an encoded path, that strikes all below it too; "/" is the index alone, and empty is everywhere
 */
public record Trouble(Fault fault, String detail, String path, int times) {

    public static Trouble of(Fault fault) {
        return new Trouble(fault, "", "", Integer.MAX_VALUE);
    }

    public static Trouble missing(String... relations) {
        return new Trouble(Fault.MISSING_LINK, String.join(" ", relations), "", Integer.MAX_VALUE);
    }

    public static Trouble redirect(URI origin) {
        return new Trouble(Fault.REDIRECT, origin.toString(), "", Integer.MAX_VALUE);
    }

    public Trouble at(String somePath) {
        return new Trouble(fault, detail, somePath, times);
    }

    public Trouble times(int count) {
        return new Trouble(fault, detail, path, count);
    }

    boolean strikes(Received request) {
        String asked = request.path();
        boolean matrixOnly = fault == Fault.MATRIX_UNKNOWN || fault == Fault.MATRIX_YES_WITHOUT_RESULTS;
        return (!matrixOnly || asked.equals("/matrix"))
                && (path.isEmpty() || asked.equals(path) || !path.equals("/") && asked.startsWith(path + "/"));
    }
}
