package io.gatewayping.stub;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/** Sends bytes to a server, whatever they are, and reads what comes back until the server closes the connection. */
final class Wire {

    /** One answer, taken apart. */
    record Answer(String statusLine, SortedMap<String, List<String>> headers, String body) {

        int status() {
            return Integer.parseInt(statusLine.split(" ")[1]);
        }

        String header(String name) {
            return String.join(", ", headers.getOrDefault(name, List.of()));
        }
    }

    private Wire() {}

    /** What a server answers to these characters, each sent as one byte, the last request of which closes. */
    static List<Answer> answers(URI server, String request) throws IOException {
        return parsed(exchanged(server, request.getBytes(StandardCharsets.ISO_8859_1)));
    }

    /** The only answer. */
    static Answer answer(URI server, String request) throws IOException {
        List<Answer> answers = answers(server, request);
        if (answers.size() != 1) {
            throw new AssertionError(request + " was answered by " + answers);
        }
        return answers.get(0);
    }

    private static String exchanged(URI server, byte[] request) throws IOException {
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request);
            ByteArrayOutputStream answer = new ByteArrayOutputStream();
            try {
                socket.getInputStream().transferTo(answer);
            } catch (SocketException e) {
                throw new AssertionError("the answer was lost after " + answer, e);
            }
            return answer.toString(StandardCharsets.UTF_8);
        }
    }

    private static List<Answer> parsed(String text) {
        List<Answer> answers = new ArrayList<>();
        String left = text;
        while (!left.isEmpty()) {
            int end = left.indexOf("\r\n\r\n");
            String[] lines = left.substring(0, end).split("\r\n");
            SortedMap<String, List<String>> headers = new TreeMap<>();
            for (int line = 1; line < lines.length; line++) {
                String[] field = lines[line].split(": ", 2);
                headers.computeIfAbsent(field[0].toLowerCase(Locale.ROOT), first -> new ArrayList<>())
                        .add(field[1]);
            }
            byte[] rest = left.substring(end + 4).getBytes(StandardCharsets.UTF_8);
            int told = Integer.parseInt(String.join("", headers.getOrDefault("content-length", List.of("0"))));
            int length = Math.min(told, rest.length);
            answers.add(new Answer(lines[0], headers, new String(rest, 0, length, StandardCharsets.UTF_8)));
            left = new String(rest, length, rest.length - length, StandardCharsets.UTF_8);
        }
        return answers;
    }
}
