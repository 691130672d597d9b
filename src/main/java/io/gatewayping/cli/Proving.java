package io.gatewayping.cli;

import io.gatewayping.contract.Contract;
import io.gatewayping.contract.InvalidContract;
import io.gatewayping.contract.ProvenRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import picocli.CommandLine.ExitCode;

/** A step of the build: proves the contract, and keeps what need not be done again at each start. */
final class Proving {

    private Proving() {}

    /** Takes the contract, and the folder in which its proven text and rules are kept. */
    public static void main(String[] args) throws IOException {
        Path contract = Path.of(args[0]);
        Path folder = Path.of(args[1]);
        try {
            ProvenRules.keep(Contract.load(contract), folder.resolve("proven.rules"));
            Files.copy(contract, folder.resolve("proven.yaml"), StandardCopyOption.REPLACE_EXISTING);
        } catch (InvalidContract e) {
            System.err.println(e.getMessage());
            System.exit(ExitCode.USAGE);
        }
    }
}
