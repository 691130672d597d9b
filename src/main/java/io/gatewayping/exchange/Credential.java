package io.gatewayping.exchange;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a request carries to prove who sends it: the valid token, or one of the ways not to. */
public enum Credential {
    VALID_TOKEN {
        @Override
        Map<String, String> headers(String token) {
            return bearer(token);
        }

        @Override
        String shell(String token) {
            return bearerShell("$TOKEN");
        }
    },
    NO_TOKEN {
        @Override
        Map<String, String> headers(String token) {
            return Map.of();
        }

        @Override
        String shell(String token) {
            return "";
        }
    },
    ANOTHER_TOKEN {
        @Override
        Map<String, String> headers(String token) {
            return bearer(TOKEN_OF_NOBODY);
        }

        @Override
        String shell(String token) {
            return bearerShell(TOKEN_OF_NOBODY);
        }
    },
    TOKEN_CUT_SHORT {
        @Override
        Map<String, String> headers(String token) {
            return bearer(token.substring(0, token.length() - 1));
        }

        @Override
        String shell(String token) {
            return bearerShell("${TOKEN%?}");
        }
    },
    TOKEN_EXTENDED {
        @Override
        Map<String, String> headers(String token) {
            return bearer(token + "x");
        }

        @Override
        String shell(String token) {
            return bearerShell("${TOKEN}x");
        }
    },
    TOKEN_WITH_ONE_CHARACTER_CHANGED {
        @Override
        Map<String, String> headers(String token) {
            return bearer(changed(token));
        }

        @Override
        String shell(String token) {
            return bearerShell(
                    edited(token.length() / 2, String.valueOf(changed(token).charAt(token.length() / 2))));
        }
    },
    TOKEN_WITH_ONE_CASE_CHANGED {
        @Override
        Map<String, String> headers(String token) {
            int letter = letterNearTheMiddle(token);
            if (letter < 0) {
                return bearer(changed(token));
            }
            char old = token.charAt(letter);
            char other = Character.isUpperCase(old) ? Character.toLowerCase(old) : Character.toUpperCase(old);
            return bearer(token.substring(0, letter) + other + token.substring(letter + 1));
        }

        @Override
        String shell(String token) {
            int letter = letterNearTheMiddle(token);
            if (letter < 0) {
                return TOKEN_WITH_ONE_CHARACTER_CHANGED.shell(token);
            }
            return bearerShell(edited(letter, Character.isUpperCase(token.charAt(letter)) ? "\\L&" : "\\U&"));
        }
    },
    EMPTY_BEARER {
        @Override
        Map<String, String> headers(String token) {
            return bearer("");
        }

        @Override
        String shell(String token) {
            return bearerShell("");
        }
    },
    TOKEN_WITHOUT_SCHEME {
        @Override
        Map<String, String> headers(String token) {
            return Map.of("Authorization", token);
        }

        @Override
        String shell(String token) {
            return "-H \"Authorization: $TOKEN\"";
        }
    },
    TOKEN_UNDER_ANOTHER_SCHEME {
        @Override
        Map<String, String> headers(String token) {
            return Map.of("Authorization", "Basic " + token);
        }

        @Override
        String shell(String token) {
            return "-H \"Authorization: Basic $TOKEN\"";
        }
    },
    TOKEN_IN_THE_WRONG_HEADER {
        @Override
        Map<String, String> headers(String token) {
            return Map.of("X-Auth-Token", token);
        }

        @Override
        String shell(String token) {
            return "-H \"X-Auth-Token: $TOKEN\"";
        }
    };

    private static final String TOKEN_OF_NOBODY =
            "0c5f4a0e-6a0b-4b6e-9d55-2f1d8c7b3e94-7be1d3a2-48c6-4f0f-8a67-e5b90c2d1f38";

    /**
     * The credential that a feature names in words.
     *
     * @param words the name of a constant with blanks for its underscores, as {@code token cut short}
     * @throws IllegalArgumentException when there is no such credential
     */
    public static Credential named(String words) {
        return valueOf(words.toUpperCase(Locale.ROOT).replace(' ', '_'));
    }

    /**
     * The credential that a request carries.
     *
     * @param authorization its header of that name, or null
     * @param otherHeader its header {@code X-Auth-Token}, or null
     * @param token the valid token
     */
    public static Credential presented(@Nullable String authorization, @Nullable String otherHeader, String token) {
        Map<String, String> carried = new HashMap<>();
        if (authorization != null) {
            carried.put("Authorization", authorization.strip());
        }
        if (otherHeader != null) {
            carried.put("X-Auth-Token", otherHeader.strip());
        }
        for (Credential credential : values()) {
            Map<String, String> headers = new HashMap<>(credential.headers(token));
            headers.replaceAll((name, value) -> value.strip());
            if (carried.equals(headers)) {
                return credential;
            }
        }
        return ANOTHER_TOKEN;
    }

    /** The words that features and reports use. */
    public String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** The headers to send. */
    abstract Map<String, String> headers(String token);

    /** The same as an argument for curl, with the token as {@code $TOKEN}. */
    abstract String shell(String token);

    private static Map<String, String> bearer(String value) {
        return Map.of("Authorization", "Bearer " + value);
    }

    private static String bearerShell(String value) {
        return "-H \"Authorization: Bearer " + value + "\"";
    }

    private static String edited(int index, String replacement) {
        return "$(printf %s \"$TOKEN\" | sed 's/./" + replacement + "/" + (index + 1) + "')";
    }

    /** In the middle: the last character of a JSON Web Token may hold bits that no decoder reads. */
    private static String changed(String token) {
        int middle = token.length() / 2;
        char other = token.charAt(middle) == 'x' ? 'y' : 'x';
        return token.substring(0, middle) + other + token.substring(middle + 1);
    }

    private static int letterNearTheMiddle(String token) {
        int middle = token.length() / 2;
        for (int distance = 0; distance < token.length(); distance++) {
            for (int index : new int[] {middle - distance, middle + distance}) {
                if (index >= 0 && index < token.length() && isAsciiLetter(token.charAt(index))) {
                    return index;
                }
            }
        }
        return -1;
    }

    private static boolean isAsciiLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
}
