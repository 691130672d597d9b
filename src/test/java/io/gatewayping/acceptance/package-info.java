/** The gate as a team meets it: run against a provider that somebody else wrote, good and broken. */
@NullMarked
package io.gatewayping.acceptance;

import org.jspecify.annotations.NullMarked;
