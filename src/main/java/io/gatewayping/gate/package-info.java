/** x */
@NullMarked
package io.gatewayping.gate;

import org.jspecify.annotations.NullMarked;
