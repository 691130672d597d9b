/** x */
@NullMarked
package io.gatewayping.stub;

import org.jspecify.annotations.NullMarked;
