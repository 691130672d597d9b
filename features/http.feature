@http
Feature: HTTP
  The operation is a GET that answers JSON. Of anything else the documentation is silent, so that a provider may refuse it
  as it likes; but what HTTP itself demands holds here as well.

  @http-01
  Scenario: Whoever asks by another method is not shown the test
    Given the provider state: a ping test has completed
    When the client reads the ping test
    And the client sends HEAD for the ping test
    And the client sends HEAD for the ping test with no token
    And the client sends HEAD for the ping test with another token
    And the client sends OPTIONS for the ping test
    And the client sends OPTIONS for the ping test with no token
    And the client sends POST for the ping test
    And the client sends POST for the ping test with no token
    And the client sends PUT for the ping test
    And the client sends PUT for the ping test with no token
    And the client sends PATCH for the ping test
    And the client sends PATCH for the ping test with no token
    And the client sends DELETE for the ping test with no token
    And the client reads the ping test
    Then only the GET is answered with the test [another-method-shows-no-result, states/a-ping-test-has-completed]
    And the test is there after all of them [terminal-answer-never-changes]
    And the HEAD without a valid token does not succeed [head-needs-the-token]

  @http-02
  Scenario: Whoever has an old answer is not told that it is still true
    If the first answer came with an ETag, the client shows it after the test has moved on; else one that was never given.

    Given the provider state: a ping test runs to completion
    When the client polls the ping test to its end and 0 times more
    And the client asks whether the ping test has changed since the first answer
    Then each answer is a whole one [getPingTest/responses, getPingTest/responses/200/content]
    And the last one shows how the test is now [states/a-ping-test-runs-to-completion, terminal-status-is-final]

  @http-03
  Scenario: Whoever asks for XML is not given what only calls itself JSON
    Given the provider state: a ping test has completed
    When the client reads the ping test as application/xml
    Then what is named JSON is JSON [named-json-is-json]
