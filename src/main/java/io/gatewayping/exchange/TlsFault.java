package io.gatewayping.exchange;

import java.io.IOException;

/** Why there is no TLS connection, in words. */
public final class TlsFault {

    private TlsFault() {}

    /** The same with every Java: newer ones put the name of an alert before what they say. */
    public static String words(IOException failure) {
        String said = String.valueOf(failure.getMessage()).replaceFirst("^\\([a-z_]+\\) ", "");
        return "no trusted TLS connection (" + said + ")";
    }
}
