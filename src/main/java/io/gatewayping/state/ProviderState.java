package io.gatewayping.state;

import io.gatewayping.exchange.Key;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A provider state of one key.
 *
 * @param name as the contract spells it
 * @param key the ping test that is read
 * @param otherGateway the same task under another gateway, where the state speaks of one, or null
 */
public record ProviderState(String name, Key key, @Nullable Key otherGateway) {

    Map<String, String> params() {
        Map<String, String> params = new LinkedHashMap<>();
        params.put("serialNumber", key.serialNumber());
        params.put("taskId", key.taskId());
        if (otherGateway != null) {
            params.put("otherSerialNumber", otherGateway.serialNumber());
        }
        return params;
    }
}
