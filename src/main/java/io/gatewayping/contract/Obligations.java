package io.gatewayping.contract;

import java.util.List;

/**
 * What binds the body of one documented response.
 *
 * @param place where its schema stands; responses of the same place are compared by transition rules
 * @param schema judges it alone
 * @param rules of the schema and of what it includes
 */
public record Obligations(String place, BodySchema schema, List<Rule> rules) {}
