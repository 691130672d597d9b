/** x */
@NullMarked
package io.gatewayping.exchange;

import org.jspecify.annotations.NullMarked;
