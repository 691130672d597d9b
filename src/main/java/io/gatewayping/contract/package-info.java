/** x */
@NullMarked
package io.gatewayping.contract;

import org.jspecify.annotations.NullMarked;
