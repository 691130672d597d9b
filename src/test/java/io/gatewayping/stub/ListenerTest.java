package io.gatewayping.stub;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Isolated;

/** Isolated, since what a thread ends with is told to whoever asked last. */
@Isolated
@Timeout(120)
final class ListenerTest {

    private final Queue<Throwable> uncaught = new ConcurrentLinkedQueue<>();
    private Thread.UncaughtExceptionHandler before;

    @BeforeEach
    void listen() {
        before = Thread.getDefaultUncaughtExceptionHandler();
        Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> uncaught.add(failure));
    }

    @AfterEach
    void leave() {
        Thread.setDefaultUncaughtExceptionHandler(before);
    }

    @Test
    void whoeverComesInWhileItClosesHarmsNothing() throws IOException, InterruptedException {
        for (int round = 0; round < 100; round++) {
            // Nobody asks for anything.
            Listener listener = Listener.start("127.0.0.1", 0, null);
            int port = listener.port();
            CountDownLatch let = new CountDownLatch(2);
            Thread guest = new Thread(() -> comeAndGo(port, let));
            guest.setDaemon(true);
            guest.start();
            let.await();

            listener.close();

            guest.join();
        }
        assertThat(uncaught).isEmpty();
    }

    /** Until nobody listens there. */
    private static void comeAndGo(int port, CountDownLatch let) {
        try {
            while (true) {
                new Socket(InetAddress.getLoopbackAddress(), port).close();
                let.countDown();
            }
        } catch (IOException e) {
            let.countDown();
        }
    }
}
