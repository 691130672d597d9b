package io.gatewayping.exchange;

import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/**
 * What names one ping test.
 *
 * @param serialNumber the gateway's serial number, upper-case letters and digits
 * @param taskId the id of the task, a UUID
 */
public record Key(String serialNumber, String taskId) {

    private static final String ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ0123456789";

    /** A key that nobody else uses, in the form that PROVIDER-STATES asks for: {@code CN…} and a UUID. */
    public static Key fresh() {
        return new Key(freshSerialNumber(), UUID.randomUUID().toString());
    }

    /** The same task under another, fresh serial number. */
    public Key underAnotherGateway() {
        return new Key(freshSerialNumber(), taskId);
    }

    /** The same gateway with another task id. */
    public Key withTaskId(String otherTaskId) {
        return new Key(serialNumber, otherTaskId);
    }

    private static String freshSerialNumber() {
        StringBuilder serial = new StringBuilder("CN");
        ThreadLocalRandom.current()
                .ints(8, 0, ALPHABET.length())
                .forEach(index -> serial.append(ALPHABET.charAt(index)));
        return serial.toString();
    }
}
