Feature: The traceroute test of a gateway
  The ways of a sibling of the ping test: its own noun, its own output, and not a line of Java.

  Scenario Outline: What is served in the state: <state>
    Given the provider state: <state>
    When the client reads the traceroute test 2 times
    Then each answer is that of the state [<clause>]

    Examples:
      | state                              | clause                                    |
      | a traceroute test is initiated     | states/a-traceroute-test-is-initiated     |
      | a traceroute test has failed       | states/a-traceroute-test-has-failed       |
      | no traceroute test exists          | states/no-traceroute-test-exists          |
      | the request is rejected as invalid | states/the-request-is-rejected-as-invalid |
      | the rate limit is exceeded         | states/the-rate-limit-is-exceeded         |
      | the server fails unexpectedly      | states/the-server-fails-unexpectedly      |

  Scenario: A completed test shows the way, hop by hop and probe by probe
    Given the provider state: a traceroute test has completed
    When the client reads the traceroute test 2 times
    Then the test is COMPLETED [states/a-traceroute-test-has-completed]
    And every hop was probed [every-hop-is-probed]
    And every probe has an address, or the string "null" [TracerouteResult/properties/hops/items/properties/probes/items/properties/ipAddress/pattern]
    And every probe has a time, a star for silence, or the string "null" [TracerouteResult/properties/hops/items/properties/probes/items/properties/time/pattern]
    And silence has no address [silence-has-no-address]

  Scenario: A test that runs to completion, poll by poll
    Given the provider state: a traceroute test runs to completion
    When the client polls the traceroute test to its end and 2 times more
    And the client reads the traceroute test with no token
    Then each poll shows a status on the way to COMPLETED [states/a-traceroute-test-runs-to-completion]
    And the status never goes back [status-only-forward]
    And the answer never changes once it is COMPLETED [terminal-answer-never-changes]
    And nobody else is let in [getTracerouteTest/security]

  Scenario: A task of another gateway is not found
    Given the provider state: the traceroute test belongs to another gateway
    When the client reads the traceroute test
    And the client reads the traceroute test under its own gateway
    And the client reads the traceroute test
    Then it is 404 under the gateway that was asked for [states/the-traceroute-test-belongs-to-another-gateway]
    And it is there under its own [states/a-traceroute-test-has-completed]

  Scenario: An unknown task is not found, and the message names it
    When the client reads an unknown traceroute test 2 times
    Then the message names the task that was asked for [not-found-names-the-task]

  Scenario: A task is found by its whole key and by nothing like it
    Given the provider state: a traceroute test has completed
    When the client reads the traceroute test
    And the client reads a task id that differs in one character, each in turn
    And the client reads a task id that differs in its first half
    And the client reads a task id that differs in its second half
    And the client reads a task id with characters behind
    And the client reads the traceroute test under another gateway
    And the client reads the traceroute test under a gateway with one character more
    And the client reads the traceroute test under a gateway with one other character, each in turn
    And the client reads the traceroute test under a gateway that begins otherwise
    Then the others are not found [states/no-traceroute-test-exists]

  Scenario: Whoever has an old answer is not told that it is still true
    Given the provider state: a traceroute test runs to completion
    When the client polls the traceroute test to its end and 0 times more
    And the client asks whether the traceroute test has changed since the first answer
    Then each answer is a whole one [getTracerouteTest/responses]

  Scenario: Many tests are read at the same time, and none is answered what belongs to another
    Given the provider state: a traceroute test is initiated
    And the provider state: a traceroute test has completed
    And the provider state: a traceroute test has failed
    And the provider state: the request is rejected as invalid
    And the provider state: the rate limit is exceeded
    And the provider state: the server fails unexpectedly
    When 3 clients read all of them at the same time
    Then each is as it is [states/*]

  Scenario Outline: Nobody else reads a test that its owner has just read, in the state: <state>
    Given the provider state: <state>
    When the client reads the traceroute test
    And the client reads the traceroute test with each wrong credential
    Then each answer to a wrong credential is 401 [getTracerouteTest/security]
    And none repeats a token [token-never-echoed]

    Examples:
      | state                          |
      | a traceroute test is initiated |
      | a traceroute test has failed   |

  Scenario: What the owner has just read is shown to nobody else, and the owner is let in after each of them
    Given the provider state: a traceroute test has completed
    When the client reads the traceroute test
    And the client reads the traceroute test with each wrong credential, and after each with the valid token
    And the client reads the traceroute test with no token
    Then each answer to a wrong credential is 401 [getTracerouteTest/security]
    And each answer to the valid token is the test [states/a-traceroute-test-has-completed]
