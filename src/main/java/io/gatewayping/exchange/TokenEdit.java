package io.gatewayping.exchange;

/** What is done to a token before it is sent. */
enum TokenEdit {
    WHOLE {
        @Override
        String edited(String token) {
            return token;
        }

        @Override
        String shell(String token) {
            return "$TOKEN";
        }
    },
    ANOTHER {
        @Override
        String edited(String token) {
            return TOKEN_OF_NOBODY;
        }

        @Override
        String shell(String token) {
            return TOKEN_OF_NOBODY;
        }
    },
    EMPTY {
        @Override
        String edited(String token) {
            return "";
        }

        @Override
        String shell(String token) {
            return "";
        }
    },
    CUT_SHORT {
        @Override
        String edited(String token) {
            return token.substring(0, token.length() - 1);
        }

        @Override
        String shell(String token) {
            return "${TOKEN%?}";
        }
    },
    EXTENDED {
        @Override
        String edited(String token) {
            return token + "x";
        }

        @Override
        String shell(String token) {
            return "${TOKEN}x";
        }
    },
    /** In the middle: the last character of a JSON Web Token may hold bits that no decoder reads. */
    ONE_CHARACTER_CHANGED {
        @Override
        String edited(String token) {
            int middle = token.length() / 2;
            return token.substring(0, middle) + otherThan(token.charAt(middle)) + token.substring(middle + 1);
        }

        @Override
        String shell(String token) {
            int middle = token.length() / 2;
            return sed(middle, String.valueOf(otherThan(token.charAt(middle))));
        }
    },
    /** A token without a letter has another character changed. */
    ONE_CASE_CHANGED {
        @Override
        String edited(String token) {
            int letter = letterNearTheMiddle(token);
            if (letter < 0) {
                return ONE_CHARACTER_CHANGED.edited(token);
            }
            char old = token.charAt(letter);
            char other = Character.isUpperCase(old) ? Character.toLowerCase(old) : Character.toUpperCase(old);
            return token.substring(0, letter) + other + token.substring(letter + 1);
        }

        @Override
        String shell(String token) {
            int letter = letterNearTheMiddle(token);
            return letter < 0
                    ? ONE_CHARACTER_CHANGED.shell(token)
                    : sed(letter, Character.isUpperCase(token.charAt(letter)) ? "\\L&" : "\\U&");
        }
    };

    private static final String TOKEN_OF_NOBODY =
            "0c5f4a0e-6a0b-4b6e-9d55-2f1d8c7b3e94-7be1d3a2-48c6-4f0f-8a67-e5b90c2d1f38";

    /** What becomes of a token. */
    abstract String edited(String token);

    /** The same in a shell's double quotes, made of the variable {@code TOKEN}. */
    abstract String shell(String token);

    private static char otherThan(char c) {
        return c == 'x' ? 'y' : 'x';
    }

    private static String sed(int index, String replacement) {
        return "$(printf %s \"$TOKEN\" | sed 's/./" + replacement + "/" + (index + 1) + "')";
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
