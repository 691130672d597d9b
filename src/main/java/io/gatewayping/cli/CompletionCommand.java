package io.gatewayping.cli;

import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code gate completion}: what a shell needs to complete commands and options. */
@Command(
        name = "completion",
        description = "Print a script by which bash or zsh completes commands and options.",
        mixinStandardHelpOptions = true,
        footer = {"%nExamples:", "  source <(./gate completion)"})
final class CompletionCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        CommandLine root = Objects.requireNonNull(spec).root().commandLine();
        root.getOut().print(AutoComplete.bash("gate", root));
        root.getOut().flush();
        return 0;
    }
}
