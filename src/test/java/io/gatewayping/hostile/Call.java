package io.gatewayping.hostile;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * One request as it came in, and the connection that it came by.
 *
 * @param headers by name in lower case
 * @param number the how-manieth change of a state, or request of the API, it is, from 1
 */
record Call(String method, String path, Map<String, String> headers, byte[] body, int number, Socket connection) {

    boolean isRead() {
        return method.equals("GET");
    }

    boolean isStateChange() {
        return isStateChange(path);
    }

    static boolean isStateChange(String path) {
        return path.startsWith("/_pact/");
    }

    String authorization() {
        return headers.getOrDefault("authorization", "");
    }

    void send(byte[] bytes) throws IOException {
        connection.getOutputStream().write(bytes);
        connection.getOutputStream().flush();
    }

    /** Sends these characters, each as one byte. */
    void send(String text) throws IOException {
        send(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Sends the same without an end: until the other side has had enough. */
    void sendForEver(String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        while (true) {
            connection.getOutputStream().write(bytes);
        }
    }

    void close() throws IOException {
        connection.close();
    }

    /** Lets the connection go without a farewell. */
    void reset() throws IOException {
        try {
            connection.setSoLinger(true, 0);
        } catch (SocketException e) {
            // The other side was quicker.
        }
        connection.close();
    }

    /** Does nothing, for longer than anybody waits. */
    void beSilent() {
        pause(60_000);
    }

    void pause(long milliseconds) {
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
