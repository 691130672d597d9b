package io.gatewayping.gate;

import io.gatewayping.exchange.Exchange;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/** Several clients that read at the same time, each by itself one thing after the other. */
final class Clients {

    private Clients() {}

    /**
     * Lets all of them begin each of their reads at once: those who began together only once would soon no longer meet.
     *
     * @param reads what each of them does, in order
     * @return what each of them was answered
     */
    static List<List<Exchange>> atOnce(int clients, List<Supplier<Exchange>> reads) throws InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(clients);
        CyclicBarrier together = new CyclicBarrier(clients);
        List<Future<List<Exchange>>> reading = new ArrayList<>();
        try {
            for (int client = 0; client < clients; client++) {
                int first = client;
                reading.add(threads.submit(() -> {
                    List<Exchange> answers = new ArrayList<>();
                    // Each begins at another place, so that different things are read at the same time.
                    for (int read = 0; read < reads.size(); read++) {
                        together.await();
                        answers.add(reads.get((first + read) % reads.size()).get());
                    }
                    return answers;
                }));
            }
            List<List<Exchange>> answers = new ArrayList<>();
            for (Future<List<Exchange>> each : reading) {
                answers.add(each.get());
            }
            return answers;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } finally {
            threads.shutdownNow();
        }
    }
}
