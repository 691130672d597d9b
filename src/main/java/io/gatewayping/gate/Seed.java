package io.gatewayping.gate;

import java.util.SplittableRandom;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;

/**
 * What a run draws its keys from: with the same seed, a scenario has the same keys again, whenever and beside whichever
 * others it runs.
 */
public record Seed(long value) {

    /** One that no other run has, short enough to be typed. */
    public static Seed fresh() {
        return new Seed(ThreadLocalRandom.current().nextInt(Integer.MAX_VALUE));
    }

    /** What is drawn from in one place: in each place, something else. */
    public RandomGenerator at(String place) {
        return new SplittableRandom(value ^ ((long) place.hashCode() << Integer.SIZE));
    }
}
