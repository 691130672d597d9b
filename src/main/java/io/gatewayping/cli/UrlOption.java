package io.gatewayping.cli;

import java.net.URI;
import java.net.URISyntaxException;

/** Reads the URLs that options give. */
final class UrlOption {

    private UrlOption() {}

    static URI parse(String option, String text) {
        try {
            URI url = new URI(text.strip());
            boolean web = "http".equalsIgnoreCase(url.getScheme()) || "https".equalsIgnoreCase(url.getScheme());
            if (web
                    && url.getHost() != null
                    && url.getUserInfo() == null
                    && url.getQuery() == null
                    && url.getFragment() == null) {
                return url;
            }
        } catch (URISyntaxException e) {
            // Told below, like every other URL that cannot be used.
        }
        String shown = text.replaceFirst("//.*@", "//…@");
        throw new UsageError(option + " '" + shown + "' is no URL such as https://api.example.com/v1"
                + " (http or https, with a host, without user, query and fragment)");
    }
}
