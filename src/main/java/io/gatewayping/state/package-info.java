/** x */
@NullMarked
package io.gatewayping.state;

import org.jspecify.annotations.NullMarked;
