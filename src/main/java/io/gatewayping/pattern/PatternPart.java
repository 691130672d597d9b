package io.gatewayping.pattern;

import java.util.List;

/** A part of a pattern, as it was read. What it comes to is told by a {@link Reading}, from its smallest parts on. */
sealed interface PatternPart {

    /** How often is repeated what has no bound, or more often than anything is. */
    long ENDLESS = 1L << 40;

    <T> T read(Reading<T> reading);

    /** What is told of a part by what is told of the parts in it. */
    interface Reading<T> {

        T characters(CharacterSet set);

        T border(Border border);

        T sequence(List<T> parts);

        T alternatives(List<T> parts);

        T group(T inside);

        T repeat(T part, long least, long most);
    }

    /** One of some characters. */
    record Characters(CharacterSet set) implements PatternPart {
        @Override
        public <T> T read(Reading<T> reading) {
            return reading.characters(set);
        }
    }

    /** What takes no character. */
    enum Border implements PatternPart {
        START,
        END,
        OF_A_WORD,
        NOT_OF_A_WORD;

        @Override
        public <T> T read(Reading<T> reading) {
            return reading.border(this);
        }
    }

    /** One after the other; nothing, where there are none. */
    record Sequence(List<PatternPart> parts) implements PatternPart {
        @Override
        public <T> T read(Reading<T> reading) {
            return reading.sequence(
                    parts.stream().map(part -> part.read(reading)).toList());
        }
    }

    /** One of two or more. */
    record Alternatives(List<PatternPart> parts) implements PatternPart {
        @Override
        public <T> T read(Reading<T> reading) {
            return reading.alternatives(
                    parts.stream().map(part -> part.read(reading)).toList());
        }
    }

    /** What stands in brackets. */
    record Group(PatternPart inside) implements PatternPart {
        @Override
        public <T> T read(Reading<T> reading) {
            return reading.group(inside.read(reading));
        }
    }

    /** The same part again; what is read lazily finds something in the same texts. */
    record Repeat(PatternPart part, long least, long most) implements PatternPart {
        @Override
        public <T> T read(Reading<T> reading) {
            return reading.repeat(part.read(reading), least, most);
        }
    }
}
