package io.gatewayping.acceptance;

/** What a provider does wrong from one request to the next, or with requests that are not the documented one. */
enum Slip {
    NONE,
    /** What was last answered to the owner of a test, it answers to anybody. */
    CACHES_FOR_ANYBODY,
    /** The same, while the test runs and no longer. */
    CACHES_UNTIL_THE_END,
    /** It looks for a token until it has seen it on a connection, and lets in whatever comes by that. */
    LETS_IN_THE_CONNECTION,
    /** Once somebody has read one test of a gateway, it looks for no token at its others. */
    OPENS_THE_WHOLE_GATEWAY,
    /** Whoever was refused is let in the next time. */
    LETS_IN_THE_SECOND_TIME,
    /** After a wrong token, the next one is refused whatever it is. */
    REFUSES_AFTER_A_WRONG_TOKEN,
    /** Where two ask at the same time, both are answered what one of them asked for. */
    MIXES_UP_THE_SIMULTANEOUS,
    /** Once somebody has read a test, it is found under every gateway. */
    FORGETS_THE_GATEWAY_ONCE_READ,
    /** Where two poll at the same time, one of them sees a replica that is behind. */
    ANSWERS_FROM_A_REPLICA,
    /** It knows the last test of each gateway, and no other one. */
    ANSWERS_THE_LAST_TEST_OF_THE_GATEWAY,
    /** It looks for a token only after it has deleted the test. */
    DELETES_WITHOUT_A_TOKEN,
    ANSWERS_ANY_METHOD,
    ANSWERS_HEAD_WITHOUT_A_TOKEN,
    /** And with the test. */
    ANSWERS_PUT_WITHOUT_A_TOKEN,
    /** Whoever has no token is told 404 of a test that belongs to another gateway. */
    LOOKS_FOR_THE_TEST_BEFORE_THE_TOKEN,
    /** A caller without one starts a test. */
    STARTS_WITHOUT_A_TOKEN,
    /** It fails, or asks to wait, wherever a caller without one does. */
    FAILS_AT_STARTS_WITHOUT_A_TOKEN,
    LIMITS_STARTS_WITHOUT_A_TOKEN,
    /** An entity tag never changes, and whoever has it is told that nothing has changed. */
    SAYS_NOTHING_HAS_CHANGED,
    /** It has entity tags as they should be. */
    KNOWS_ENTITY_TAGS,
    NAMES_XML_JSON,
    REFUSES_XML,
    GIVES_XML
}
