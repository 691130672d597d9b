package io.gatewayping.contract;

import com.google.common.net.InetAddresses;
import java.net.IDN;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The hosts that a text names: one, or a name with its address behind it in brackets, or the other way round. Nothing is
 * looked up: a name and an address agree, since nobody here can know that they do not.
 *
 * @param addresses in whatever spelling, compared as addresses
 * @param names in lower case and ASCII, without a root dot
 */
record Hosts(List<InetAddress> addresses, List<String> names) {

    private static final Pattern WITH_ANOTHER = Pattern.compile("(\\S+) ?[(\\[]([^()\\[\\]\\s]+)[)\\]]");
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}_-]+(\\.[\\p{L}\\p{N}_-]+)*\\.?");
    private static final int MOST_CHARACTERS = 600;

    static Hosts of(String text) {
        Hosts hosts = new Hosts(new ArrayList<>(), new ArrayList<>());
        Matcher both = WITH_ANOTHER.matcher(text);
        if (text.length() <= MOST_CHARACTERS && both.matches()) {
            hosts.add(both.group(1));
            hosts.add(both.group(2));
        } else {
            hosts.add(text);
        }
        return hosts;
    }

    private void add(String host) {
        String bare = host.replaceFirst("^\\[(.*)]$", "$1");
        if (InetAddresses.isInetAddress(bare)) {
            addresses.add(InetAddresses.forString(bare));
        } else {
            names.add(ascii(host.replaceFirst("\\.$", "")).toLowerCase(Locale.ROOT));
        }
    }

    /** An internationalized name as resolvers ask for it. */
    private static String ascii(String name) {
        try {
            return name.length() > MOST_CHARACTERS ? name : IDN.toASCII(name);
        } catch (IllegalArgumentException e) {
            return name;
        }
    }

    /** Whether both may name the same host. */
    boolean agreeWith(Hosts others) {
        if (names.stream().anyMatch(others.names::contains)
                || addresses.stream().anyMatch(others.addresses::contains)) {
            return true;
        }
        return (isNamedOnly() && others.isAddressedOnly()) || (isAddressedOnly() && others.isNamedOnly());
    }

    private boolean isNamedOnly() {
        return addresses.isEmpty()
                && names.stream().allMatch(name -> NAME.matcher(name).matches() && !looksLikeAnAddress(name));
    }

    private boolean isAddressedOnly() {
        return names.isEmpty();
    }

    /** A misspelt address is no name: no top-level domain is a number. */
    private static boolean looksLikeAnAddress(String name) {
        return name.chars().allMatch(c -> c == '.' || (c >= '0' && c <= '9'));
    }
}
