/** Judges what the REST Assured tests of others exchange with a provider. */
@NullMarked
package io.gatewayping.restassured;

import org.jspecify.annotations.NullMarked;
