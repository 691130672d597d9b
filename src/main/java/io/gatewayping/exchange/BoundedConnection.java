package io.gatewayping.exchange;

import java.io.IOException;
import java.net.Socket;
import org.apache.http.HttpException;
import org.apache.http.HttpRequest;
import org.apache.http.conn.ClientConnectionOperator;
import org.apache.http.conn.OperatedClientConnection;
import org.apache.http.conn.scheme.SchemeRegistry;
import org.apache.http.impl.conn.DefaultClientConnection;
import org.apache.http.impl.conn.DefaultClientConnectionOperator;
import org.apache.http.impl.io.SocketInputBuffer;
import org.apache.http.io.SessionInputBuffer;
import org.apache.http.params.HttpParams;

/**
 * A connection that reads no more than {@link Limits#ANSWER_BYTES} of what is answered to one request: interim answers,
 * head, chunks, body and trailers, whatever they consist of.
 */
// REST Assured takes no other client than Apache's AbstractHttpClient, which Apache has deprecated.
@SuppressWarnings("deprecation")
final class BoundedConnection extends DefaultClientConnection {

    private long receivedBefore;

    /** Opens connections of this kind. */
    static ClientConnectionOperator operator(SchemeRegistry schemes) {
        return new DefaultClientConnectionOperator(schemes) {
            @Override
            public OperatedClientConnection createConnection() {
                return new BoundedConnection();
            }
        };
    }

    @Override
    public void sendRequestHeader(HttpRequest request) throws HttpException, IOException {
        receivedBefore = getMetrics().getReceivedBytesCount();
        super.sendRequestHeader(request);
    }

    @Override
    protected SessionInputBuffer createSessionInputBuffer(Socket socket, int size, HttpParams params)
            throws IOException {
        return new SocketInputBuffer(socket, size, params) {
            @Override
            protected int fillBuffer() throws IOException {
                refuseTooMuch();
                return super.fillBuffer();
            }

            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                refuseTooMuch();
                return super.read(buffer, offset, length);
            }
        };
    }

    private void refuseTooMuch() throws TooLong {
        if (getMetrics().getReceivedBytesCount() - receivedBefore > Limits.ANSWER_BYTES) {
            throw new TooLong();
        }
    }

    /** The answer is longer than what is read of one. */
    static final class TooLong extends IOException {}
}
