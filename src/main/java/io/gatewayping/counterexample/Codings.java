package io.gatewayping.counterexample;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;

/** The content codings that servers put bodies in. */
final class Codings {

    /** Not compressed, so that each Java writes the same. */
    private static final int STORED = Deflater.NO_COMPRESSION;

    /** What puts a body in a coding, by the name of that. */
    static final Map<String, UnaryOperator<byte[]>> ALL = new LinkedHashMap<>();

    static {
        ALL.put("gzip", body -> written(body, Codings::gzip));
        ALL.put("deflate", body -> written(body, out -> new DeflaterOutputStream(out, new Deflater(STORED))));
        ALL.put("br", Codings::brotli);
        ALL.put("zstd", Codings::zstandard);
    }

    private interface Coding {
        OutputStream over(OutputStream out) throws IOException;
    }

    private Codings() {}

    private static byte[] written(byte[] body, Coding coding) {
        ByteArrayOutputStream coded = new ByteArrayOutputStream();
        try (OutputStream out = coding.over(coded)) {
            out.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return coded.toByteArray();
    }

    private static OutputStream gzip(OutputStream out) throws IOException {
        return new GZIPOutputStream(out) {
            {
                def.setLevel(STORED);
            }
        };
    }

    /** One block that is not compressed, of up to 64 KiB (RFC 7932, section 9.2), and an empty last one. */
    private static byte[] brotli(byte[] body) {
        int header = (body.length - 1) << 4 | 1 << 20;
        return ByteBuffer.allocate(body.length + 4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put((byte) header)
                .putShort((short) (header >> 8))
                .put(body)
                .put((byte) 3)
                .array();
    }

    /** One raw block that is the last (RFC 8878, section 3.1.1), with the length of all in four bytes. */
    private static byte[] zstandard(byte[] body) {
        int header = body.length << 3 | 1;
        return ByteBuffer.allocate(body.length + 12)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(0xfd2fb528)
                .put((byte) 0b1010_0000)
                .putInt(body.length)
                .put((byte) header)
                .putShort((short) (header >> 8))
                .put(body)
                .array();
    }
}
