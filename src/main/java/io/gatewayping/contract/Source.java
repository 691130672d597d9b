package io.gatewayping.contract;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Where a contract was read from, so that a report can say by what was judged. */
public final class Source {

    private final String file;
    private final String version;
    private final String text;
    private volatile @Nullable String sha256;
    private volatile @Nullable Lines lines;

    /**
     * Of one document.
     *
     * @param file its path, as it was given
     * @param version its own, as {@code info} has it
     * @param text all of it
     */
    Source(String file, String version, String text) {
        this.file = file;
        this.version = version;
        this.text = text;
    }

    /** Its path, as it was given. */
    public String file() {
        return file;
    }

    /** Its own, as {@code info} has it. */
    public String version() {
        return version;
    }

    /** The whole document. */
    public String text() {
        return text;
    }

    /** The last part of its path. */
    public String name() {
        return file.replaceFirst(".*[/\\\\]", "");
    }

    /** The SHA-256 of its text in UTF-8, in hexadecimal digits. */
    public String sha256() {
        String known = sha256;
        if (known == null) {
            known = digest();
            sha256 = known;
        }
        return known;
    }

    private String digest() {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The lines of its places. */
    public Lines lines() {
        Lines known = lines;
        if (known == null) {
            known = new Lines(new Compose(LoadSettings.builder().build()).composeString(text));
            lines = known;
        }
        return known;
    }

    /** Knows in which line each place stands. */
    public static final class Lines {

        private final Optional<Node> root;

        private Lines(Optional<Node> root) {
            this.root = root;
        }

        /**
         * The line of a place, counted from 1, or that of the last part of the way to it that is there.
         *
         * @param pointer a JSON Pointer
         */
        public int of(String pointer) {
            Optional<Node> node = root;
            int line = 1;
            for (String segment : pointer.split("/", -1)) {
                if (!segment.isEmpty()) {
                    String name = segment.replace("~1", "/").replace("~0", "~");
                    Optional<Step> step = node.flatMap(parent -> step(parent, name));
                    if (step.isEmpty()) {
                        return line;
                    }
                    line = step.get().line();
                    node = Optional.of(step.get().node());
                }
            }
            return line;
        }

        private record Step(Node node, int line) {}

        private static Optional<Step> step(Node parent, String name) {
            if (parent instanceof MappingNode mapping) {
                return mapping.getValue().stream()
                        .filter(tuple -> tuple.getKeyNode() instanceof ScalarNode key
                                && key.getValue().equals(name))
                        .map(tuple -> new Step(tuple.getValueNode(), line(tuple.getKeyNode())))
                        .findFirst();
            }
            if (parent instanceof SequenceNode sequence && name.matches("\\d{1,6}")) {
                int index = Integer.parseInt(name);
                return sequence.getValue().stream()
                        .skip(index)
                        .map(node -> new Step(node, line(node)))
                        .findFirst();
            }
            return Optional.empty();
        }

        private static int line(Node node) {
            return node.getStartMark().map(Mark::getLine).orElse(0) + 1;
        }
    }
}
