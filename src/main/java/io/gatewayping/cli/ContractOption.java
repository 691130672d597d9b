package io.gatewayping.cli;

import io.gatewayping.contract.Contract;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which contract to use. */
final class ContractOption {

    @Option(
            names = "--contract",
            paramLabel = "FILE",
            defaultValue = "${sys:gate.contract}",
            description = "The contract, an OpenAPI 3.1 document (default: the one in openapi/).")
    private @Nullable Path file;

    Contract load() {
        return file == null ? Contract.builtIn() : Contract.load(file);
    }

    /** The contract at another version of the API than its own. */
    Contract load(ApiVersion version) {
        UnaryOperator<String> edit = version.instead(load().source().version());
        return file == null ? Contract.builtIn(edit) : Contract.load(file, edit);
    }
}
