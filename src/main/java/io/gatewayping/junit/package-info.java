/** The gate as JUnit tests of somebody else's build. */
@NullMarked
package io.gatewayping.junit;

import org.jspecify.annotations.NullMarked;
