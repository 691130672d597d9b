package io.gatewayping.cli;

import io.gatewayping.exchange.FileFault;
import io.gatewayping.gate.Meant;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.CollectionNode;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.schema.CoreSchema;
import picocli.CommandLine;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * What options are when they are not given: the environment variable {@code GATE_} and their name, or else what
 * {@code gate.yaml} says. No secret may stand there.
 */
final class ConfigFile implements IDefaultValueProvider {

    /** Where it is looked for when nobody names it. */
    static final Path USUAL = Path.of("gate.yaml");

    static final String OPTION = "--config";

    /** What stands between several values of one option, where they are one text: in the environment, and as told from here. */
    static final String BETWEEN_VALUES = "\n";

    /** With a tilde for nothing. */
    private static final LoadSettings AS_PEOPLE_WRITE_IT =
            LoadSettings.builder().setSchema(new CoreSchema()).build();

    private static final Set<String> OF_THE_COMMAND_LINE = Set.of("help", "version", "config", "write-known");

    private final Map<String, String> values;
    private final Map<String, String> environment;
    private final @Nullable String fault;

    private ConfigFile(Map<String, String> values, Map<String, String> environment, @Nullable String fault) {
        this.values = values;
        this.environment = environment;
        this.fault = fault;
    }

    /** Reads the file that the arguments name, or the usual one where it is. */
    static ConfigFile read(CommandLine command, List<String> arguments, Map<String, String> environment) {
        Path named = named(arguments);
        Path file = named == null && Files.exists(USUAL) ? USUAL : named;
        Map<String, String> values = new LinkedHashMap<>();
        String fault = file == null ? null : read(file, options(command), values);
        return new ConfigFile(values, environment, fault);
    }

    /** Why it cannot be read, or what it says that no option of the command is; what it says beside that holds all the same. */
    @Nullable
    String fault() {
        return fault;
    }

    private static @Nullable Path named(List<String> arguments) {
        for (int index = 0; index < arguments.size(); index++) {
            String argument = arguments.get(index);
            if (argument.startsWith(OPTION + "=")) {
                return Path.of(argument.substring(OPTION.length() + 1));
            }
            if (argument.equals(OPTION) && index + 1 < arguments.size()) {
                return Path.of(arguments.get(index + 1));
            }
        }
        return null;
    }

    /** All options by each of their names. */
    private static SortedMap<String, OptionSpec> options(CommandLine command) {
        SortedMap<String, OptionSpec> options = new TreeMap<>();
        command.getCommandSpec().options().forEach(option -> names(option)
                .filter(name -> !OF_THE_COMMAND_LINE.contains(name))
                .forEach(name -> options.put(name, option)));
        return options;
    }

    private static Stream<String> names(OptionSpec option) {
        return Stream.of(option.names()).filter(name -> name.startsWith("--")).map(ConfigFile::bare);
    }

    private static String bare(String name) {
        return name.replaceFirst("^-+", "");
    }

    /** What is wrong with it, or null when nothing is. */
    private static @Nullable String read(Path file, SortedMap<String, OptionSpec> options, Map<String, String> values) {
        try {
            Optional<Node> root = new Compose(AS_PEOPLE_WRITE_IT).composeString(Files.readString(file));
            if (root.isEmpty() || root.get().getTag().equals(Tag.NULL)) {
                return null;
            }
            if (!(root.get() instanceof MappingNode named)) {
                return file + " holds no names of options with their values";
            }
            List<String> faults = new ArrayList<>();
            for (NodeTuple entry : named.getValue()) {
                String name = written(entry.getKeyNode());
                OptionSpec option = options.get(name);
                if (option == null) {
                    faults.add(file + ": " + unknown(name, List.copyOf(options.keySet())));
                    continue;
                }
                Optional<String> value = value(entry.getValueNode(), option.isMultiValue());
                if (value.isEmpty()) {
                    faults.add(file + ": " + name
                            + (option.isMultiValue()
                                    ? " is one value or a list of them, and no object"
                                    : " is one value, and no list or object"));
                } else if (values.putIfAbsent(bare(option.longestName()), value.get()) != null) {
                    faults.add(file + ": " + bare(option.longestName()) + " is said twice");
                }
            }
            return faults.isEmpty() ? null : faults.get(0);
        } catch (IOException e) {
            return file + " cannot be read: " + FileFault.words(e);
        } catch (YamlEngineException e) {
            return file + " is no YAML: " + YamlFault.words(String.valueOf(e.getMessage()));
        }
    }

    private static Optional<String> value(Node node, boolean isList) {
        if (isList && node instanceof SequenceNode list) {
            return list.getValue().stream().anyMatch(CollectionNode.class::isInstance)
                    ? Optional.empty()
                    : Optional.of(list.getValue().stream()
                            .map(ConfigFile::written)
                            .collect(Collectors.joining(BETWEEN_VALUES)));
        }
        return node instanceof CollectionNode<?> ? Optional.empty() : Optional.of(written(node));
    }

    /** As it stands there: a version 1.10 is not 1.1, and a gateway 12E4 no number. */
    private static String written(Node node) {
        return node instanceof ScalarNode scalar && !node.getTag().equals(Tag.NULL) ? scalar.getValue() : "";
    }

    private static String unknown(String name, List<String> options) {
        if (name.toLowerCase(Locale.ROOT).matches(".*(secret|password)|token|client-id")) {
            return "'" + name + "': no secret may stand here; it is given in the environment";
        }
        return "there is no option '" + name + "'" + Meant.words(name, options);
    }

    @Override
    public @Nullable String defaultValue(ArgSpec argument) {
        if (!(argument instanceof OptionSpec option)) {
            return null;
        }
        return names(option)
                .filter(name -> !OF_THE_COMMAND_LINE.contains(name))
                .map(name ->
                        environment.get("GATE_" + name.toUpperCase(Locale.ROOT).replace('-', '_')))
                .filter(given -> given != null && !given.isBlank())
                .findFirst()
                .orElse(values.get(bare(option.longestName())));
    }
}
