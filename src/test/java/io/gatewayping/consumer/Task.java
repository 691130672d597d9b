package io.gatewayping.consumer;

import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** The ping test of one interaction. No two interactions share one: they can be replayed in any order, side by side. */
enum Task {
    INITIATED("CNF7K9X0A1", "5b0b6f0a-3f5d-4c1e-9a57-1d6f3c2e8b01"),
    RUNNING("CNF7K9X0A2", "a2f4c9d7-60be-4e0b-8f13-7c5e9d1a4b02"),
    COMPLETED("CNF7K9X0A3", "0c8e7d15-9b42-4f6a-b3d8-2e1f5a6c7d03"),
    FAILED("CNF7K9X0A4", "e91d3b6c-7a28-45f0-96c4-8b0f2d5e1a04"),
    INVALID("CNF7K9X0A5", "3d7a5c1e-84f6-4b29-a0e7-6f9c1b8d2e05"),
    UNAUTHENTICATED("CNF7K9X0A6", "f60b2e94-1c7d-4a83-8d5f-9e3a7c0b4d06"),
    UNKNOWN("CNF7K9X0A7", "7e4c8a20-d5b1-49f7-b268-0a1d6e3f9c07"),
    LIMITED("CNF7K9X0A8", "1f9d0b73-2e6c-4d58-9c41-5b7e8a3d6f08"),
    UNEXPECTED("CNF7K9X0A9", "c5a3e861-f04d-4792-8e1b-3d9c7f2b0a09");

    private final String serialNumber;
    private final UUID id;

    Task(String serialNumber, String id) {
        this.serialNumber = serialNumber;
        this.id = UUID.fromString(id);
    }

    String serialNumber() {
        return serialNumber;
    }

    UUID id() {
        return id;
    }

    String path() {
        return "/network-troubleshooting/v1alpha1/gateways/" + serialNumber + "/ping/async-operations/" + id;
    }

    /** The parameters of its provider state, always in the same order: the pact is compared byte by byte. */
    Map<String, String> params() {
        return new TreeMap<>(Map.of("serialNumber", serialNumber, "taskId", id.toString()));
    }
}
