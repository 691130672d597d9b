package io.gatewayping.report;

import io.cucumber.htmlformatter.MessagesToHtmlWriter;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Cucumber's page of a run. Its own writer turns a megabyte of script and styles into characters and back for each page, and
 * looks at each character of each message.
 */
final class SpecificationPage implements Closeable {

    /** The page of no messages, before and after where they stand. */
    private static final class Frame {

        private static final String MESSAGES = "window.CUCUMBER_MESSAGES = [";
        private static final byte[] PAGE = page();
        private static final int AT =
                new String(PAGE, StandardCharsets.ISO_8859_1).indexOf(MESSAGES) + MESSAGES.length();

        private static byte[] page() {
            ByteArrayOutputStream page = new ByteArrayOutputStream();
            try {
                MessagesToHtmlWriter.builder((out, message) -> {}).build(page).close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return page.toByteArray();
        }
    }

    private static final byte[] ESCAPED = "\\x3C".getBytes(StandardCharsets.US_ASCII);

    private final OutputStream out;
    private boolean first = true;

    /** Begins one in this file. */
    SpecificationPage(Path file) throws IOException {
        out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
        out.write(Frame.PAGE, 0, Frame.AT);
    }

    /**
     * Adds a message. What would begin a tag is escaped, so that no {@code </script>} in it ends the script that it stands in.
     *
     * @param json in UTF-8
     */
    void write(byte[] json) throws IOException {
        if (!first) {
            out.write(',');
        }
        first = false;
        int from = 0;
        for (int at = 0; at < json.length; at++) {
            if (json[at] == '<') {
                out.write(json, from, at - from);
                out.write(ESCAPED);
                from = at + 1;
            }
        }
        out.write(json, from, json.length - from);
    }

    @Override
    public void close() throws IOException {
        out.write(Frame.PAGE, Frame.AT, Frame.PAGE.length - Frame.AT);
        out.close();
    }
}
