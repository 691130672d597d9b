package io.gatewayping.cli;

/** How many there are, in words. */
final class Count {

    private Count() {}

    static String of(int count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }
}
