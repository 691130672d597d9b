package io.gatewayping.report;

/**
 * Redoc, the page of reference: one script that needs nothing else.
 *
 * <p>Its one request elsewhere, for the picture beside its name, is taken out.
 */
final class Redoc {

    static final String LICENSE = "redoc.standalone.js.LICENSE.txt";

    private static final String BUNDLE = "/META-INF/resources/webjars/redoc/2.5.1/redoc.standalone.js";
    private static final String PICTURE = "https://cdn.redoc.ly/redoc/logo-mini.svg";
    private static final String NO_PICTURE = "data:image/gif;base64,R0lGODlhAQABAAAAACw=";

    private Redoc() {}

    static String script() {
        String bundle = Style.resource(BUNDLE);
        if (!bundle.contains(PICTURE)) {
            throw new IllegalStateException("Redoc asks for something else now");
        }
        return bundle.replace(PICTURE, NO_PICTURE);
    }

    /** What starts it. */
    static String start() {
        return Style.text("reference.js");
    }

    static String license() {
        return Style.text(LICENSE);
    }

    /** What a browser may load and run: these two, and what the first of them searches with. */
    static String policy() {
        return "default-src 'none'; style-src 'unsafe-inline'; img-src data:; worker-src blob:; base-uri 'none'; "
                + "form-action 'none'; script-src " + Style.hashes(script(), start());
    }
}
