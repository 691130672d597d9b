Feature: The traceroute test of a gateway
  The ways of a sibling of the ping test: its own noun, its own output, and not a line of Java.

  Scenario Outline: What is served in the state: <state>
    Given the provider state: <state>
    When the client reads the traceroute test
    Then the answer is that of the state [<clause>]

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
    When the client reads the traceroute test
    Then the test is COMPLETED [states/a-traceroute-test-has-completed]
    And every hop was probed [every-hop-is-probed]
    And every probe has an address, or the string "null" [TracerouteResult/properties/hops/items/properties/probes/items/properties/ipAddress/pattern]
    And every probe has a time, a star for silence, or the string "null" [TracerouteResult/properties/hops/items/properties/probes/items/properties/time/pattern]
    And silence has no address [silence-has-no-address]

  Scenario: A test that runs to completion, poll by poll
    Given the provider state: a traceroute test runs to completion
    When the client polls the traceroute test to its end and 2 times more
    Then each poll shows a status on the way to COMPLETED [states/a-traceroute-test-runs-to-completion]
    And the status never goes back [status-only-forward]
    And the answer never changes once it is COMPLETED [terminal-answer-never-changes]

  Scenario: A task of another gateway is not found
    Given the provider state: the traceroute test belongs to another gateway
    When the client reads the traceroute test
    And the client reads the traceroute test under its own gateway
    Then it is 404 under the gateway that was asked for [states/the-traceroute-test-belongs-to-another-gateway]
    And it is there under its own [states/a-traceroute-test-has-completed]

  Scenario: An unknown task is not found, and the message names it
    When the client reads an unknown traceroute test
    Then the message names the task that was asked for [not-found-names-the-task]

  Scenario Outline: A request with <credential> is refused
    Given the provider state: a traceroute test has completed
    When the client reads the traceroute test with <credential>
    Then the answer is 401 [getTracerouteTest/security]
    And it repeats no token [token-never-echoed]

    Examples:
      | credential                       |
      | no token                         |
      | another token                    |
      | token cut short                  |
      | token extended                   |
      | token with one character changed |
      | token with one case changed      |
      | empty bearer                     |
      | token without scheme             |
      | token under another scheme       |
      | token in the wrong header        |
