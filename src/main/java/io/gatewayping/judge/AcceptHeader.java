package io.gatewayping.judge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a request accepts, as RFC 9110 reads its header: of the ranges that hold a media type, the narrowest counts. */
record AcceptHeader(List<Range> ranges) {

    private static final String QUOTED = "\"(?:[^\"\\\\]|\\\\.)*\"";
    private static final Pattern ELEMENT = Pattern.compile("(?:[^,\"]|" + QUOTED + ")+");
    private static final Pattern PARAMETER = Pattern.compile("(?:[^;\"]|" + QUOTED + ")+");
    private static final Pattern MEDIA_RANGE = Pattern.compile("[\\w!#$%&'*+.^`|~-]+/[\\w!#$%&'*+.^`|~-]+");
    private static final Pattern QUALITY = Pattern.compile("q\\s*=\\s*([01](?:\\.\\d{0,3})?)");

    private record Range(String type, boolean refused) {

        boolean holds(String mediaType) {
            return type.equals("*/*") || type.equals(mediaType) || type.equals(family(mediaType) + "/*");
        }

        private static String family(String mediaType) {
            return mediaType.substring(0, mediaType.indexOf('/'));
        }

        int width() {
            return type.equals("*/*") ? 2 : type.endsWith("/*") ? 1 : 0;
        }
    }

    static AcceptHeader parse(String value) {
        List<Range> ranges = new ArrayList<>();
        Matcher element = ELEMENT.matcher(value);
        while (element.find()) {
            List<String> parts = PARAMETER
                    .matcher(element.group())
                    .results()
                    .map(part -> part.group().strip().toLowerCase(Locale.ROOT))
                    .toList();
            if (!parts.isEmpty() && MEDIA_RANGE.matcher(parts.get(0)).matches()) {
                ranges.add(new Range(parts.get(0), parts.stream().anyMatch(AcceptHeader::isRefusal)));
            }
        }
        return new AcceptHeader(ranges);
    }

    private static boolean isRefusal(String parameter) {
        Matcher quality = QUALITY.matcher(parameter);
        return quality.matches() && Double.parseDouble(quality.group(1)) == 0;
    }

    boolean admits(String mediaType) {
        return ranges.stream()
                .filter(range -> range.holds(mediaType))
                .min(Comparator.comparingInt(Range::width).thenComparing(Range::refused))
                .filter(range -> !range.refused())
                .isPresent();
    }
}
