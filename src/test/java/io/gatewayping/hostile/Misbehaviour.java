package io.gatewayping.hostile;

/**
 * One way to misbehave and what the gate has to say of it.
 *
 * @param exit the exit code of the gate
 * @param told what a reason or a finding has to contain
 */
record Misbehaviour(String name, Answering answering, int exit, String told) {

    static final int BROKEN = 1;
    static final int INCONCLUSIVE = 3;

    @Override
    public String toString() {
        return name;
    }
}
