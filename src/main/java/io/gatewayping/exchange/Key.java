package io.gatewayping.exchange;

import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * What names one ping test.
 *
 * @param serialNumber the gateway's serial number, upper-case letters and digits
 * @param taskId the id of the task, a UUID
 */
public record Key(String serialNumber, String taskId) {

    private static final String ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ0123456789";

    /** A key that nobody else uses, in the form that PROVIDER-STATES asks for: {@code CN…} and a UUID. */
    public static Key fresh(RandomGenerator random) {
        return new Key(freshSerialNumber(random), freshTaskId(random));
    }

    /** The same task under another, fresh serial number. */
    public Key underAnotherGateway(RandomGenerator random) {
        return new Key(freshSerialNumber(random), taskId);
    }

    /** The same gateway with another task id. */
    public Key withTaskId(String otherTaskId) {
        return new Key(serialNumber, otherTaskId);
    }

    /** A UUID of version 4. */
    private static String freshTaskId(RandomGenerator random) {
        long most = (random.nextLong() & ~0xf000L) | 0x4000L;
        long least = (random.nextLong() & ~(0b11L << 62)) | (0b10L << 62);
        return new UUID(most, least).toString();
    }

    private static String freshSerialNumber(RandomGenerator random) {
        StringBuilder serial = new StringBuilder("CN");
        random.ints(8, 0, ALPHABET.length()).forEach(index -> serial.append(ALPHABET.charAt(index)));
        return serial.toString();
    }
}
