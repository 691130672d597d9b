package io.gatewayping.contract;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An instant as RFC 3339 spells it: the years 0000 to 9999, any offset below a day, as many fraction digits as there are,
 * letters in any case, the leap seconds that there were, and those that there may be. One lies between the last second of its day
 * and the next day.
 *
 * @param second since 1970 in UTC, of a leap second the one before
 * @param leap whether it is the leap second after that second
 * @param fraction the digits of the fraction without trailing noughts
 */
record Time(long second, boolean leap, String fraction) implements Comparable<Time> {

    private static final Pattern RFC_3339 =
            Pattern.compile("([0-9]{4})-([0-9]{2})-([0-9]{2})[Tt]([01][0-9]|2[0-3]):([0-5][0-9]):([0-5][0-9]|60)"
                    + "(?:\\.([0-9]++))?(?:[Zz]|([+-])([01][0-9]|2[0-3]):([0-5][0-9]))");

    /** The months, as 100 * year + month, that ended with a leap second; where another one is announced, it comes here. */
    private static final Set<Integer> LEAP_MONTHS = Set.of(
            197206, 197212, 197312, 197412, 197512, 197612, 197712, 197812, 197912, 198106, 198206, 198306, 198506,
            198712, 198912, 199012, 199206, 199306, 199406, 199512, 199706, 199812, 200512, 200812, 201206, 201506,
            201612);

    /** Up to this month there were no others (IERS, Bulletin C 70). */
    private static final int KNOWN_UNTIL = 202512;

    private static final Comparator<Time> IN_ORDER =
            Comparator.comparingLong(Time::second).thenComparing(Time::leap).thenComparing(Time::fraction);

    /**
     * The time that a text spells.
     *
     * @throws IllegalArgumentException when it spells none
     */
    static Time of(String text) {
        Matcher time = RFC_3339.matcher(text);
        if (!time.matches()) {
            throw none();
        }
        boolean leap = time.group(6).equals("60");
        long second = day(time) * 86_400 + number(time, 4) * 3600L + number(time, 5) * 60L;
        second += leap ? 59 : number(time, 6);
        if (time.group(8) != null) {
            long offset = number(time, 9) * 3600L + number(time, 10) * 60L;
            second -= time.group(8).equals("-") ? -offset : offset;
        }
        if (leap && !isLastBeforeLeap(second)) {
            throw none();
        }
        String fraction = time.group(7) == null ? "" : withoutTrailingNoughts(time.group(7));
        return new Time(second, leap, fraction);
    }

    /** Whether a text spells a time. */
    static boolean isSpelledBy(String text) {
        try {
            of(text);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static long day(Matcher time) {
        try {
            return LocalDate.of(number(time, 1), number(time, 2), number(time, 3))
                    .toEpochDay();
        } catch (DateTimeException e) {
            throw none();
        }
    }

    private static int number(Matcher time, int group) {
        return Integer.parseInt(time.group(group));
    }

    private static boolean isLastBeforeLeap(long second) {
        LocalDate day = LocalDate.ofEpochDay(Math.floorDiv(second, 86_400L));
        return Math.floorMod(second, 86_400L) == 86_399
                && day.getDayOfMonth() == day.lengthOfMonth()
                && mayEndInLeap(day.getYear() * 100 + day.getMonthValue());
    }

    /** Of those to come nobody can tell for longer than half a year; the end of June and that of December come first. */
    private static boolean mayEndInLeap(int month) {
        return LEAP_MONTHS.contains(month) || (month > KNOWN_UNTIL && (month % 100 == 6 || month % 100 == 12));
    }

    private static String withoutTrailingNoughts(String digits) {
        int end = digits.length();
        while (end > 0 && digits.charAt(end - 1) == '0') {
            end--;
        }
        return digits.substring(0, end);
    }

    private static IllegalArgumentException none() {
        return new IllegalArgumentException("no time as RFC 3339 has it");
    }

    @Override
    public int compareTo(Time other) {
        return IN_ORDER.compare(this, other);
    }
}
