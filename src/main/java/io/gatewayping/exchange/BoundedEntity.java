package io.gatewayping.exchange;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.http.HttpEntity;
import org.apache.http.entity.HttpEntityWrapper;

/** A body that ends with an error after {@link Limits#BODY_BYTES}. */
final class BoundedEntity extends HttpEntityWrapper {

    BoundedEntity(HttpEntity entity) {
        super(entity);
    }

    @Override
    public InputStream getContent() throws IOException {
        return new Bounded(super.getContent());
    }

    /** The body is longer than what is read of one. */
    static final class TooLong extends IOException {
        TooLong() {
            super("the body is longer than " + (Limits.BODY_BYTES >> 10) + " KiB");
        }
    }

    private static final class Bounded extends FilterInputStream {
        private int left = Limits.BODY_BYTES;

        Bounded(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            if (read >= 0) {
                count(1);
            }
            return read;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = super.read(buffer, offset, length);
            if (read > 0) {
                count(read);
            }
            return read;
        }

        private void count(int read) throws TooLong {
            left -= read;
            if (left < 0) {
                throw new TooLong();
            }
        }
    }
}
