Feature: The cable test of a switch
  A relative of the ping test that is named in another way: by a site, a switch and a number.

  Scenario Outline: What is served in the state: <state>
    Given the provider state: <state>
    When the client reads the cable test 2 times
    Then each answer is that of the state [<clause>]

    Examples:
      | state                              | clause                                    |
      | a cable test is initiated     | states/a-cable-test-is-initiated     |
      | a cable test has failed       | states/a-cable-test-has-failed       |
      | no cable test exists          | states/no-cable-test-exists          |
      | the request is rejected as invalid | states/the-request-is-rejected-as-invalid |
      | the rate limit is exceeded         | states/the-rate-limit-is-exceeded         |
      | the server fails unexpectedly      | states/the-server-fails-unexpectedly      |

  Scenario: A completed test tells how long the cable is
    Given the provider state: a cable test has completed
    When the client reads the cable test 2 times
    Then the test is COMPLETED [states/a-cable-test-has-completed]
    And its length is a number of meters [CableTest/then/properties/lengthMeters/type]

  Scenario: A test that runs to completion, poll by poll
    Given the provider state: a cable test runs to completion
    When the client polls the cable test to its end and 2 times more
    And the client reads the cable test with no token
    Then each poll shows a status on the way to COMPLETED [states/a-cable-test-runs-to-completion]
    And the status never goes back [status-only-forward]
    And the answer never changes once it is COMPLETED [terminal-answer-never-changes]
    And nobody else is let in [getCableTest/security]

  Scenario: A task of another switch is not found
    Given the provider state: the cable test belongs to another switch
    When the client reads the cable test
    And the client reads the cable test under its own switch
    And the client reads the cable test
    Then it is 404 under the switch that was asked for [states/the-cable-test-belongs-to-another-switch]
    And it is there under its own [states/a-cable-test-has-completed]

  Scenario: An unknown task is not found, and the message names it
    When the client reads an unknown cable test 2 times
    Then the message names the task that was asked for [not-found-names-the-task]

  Scenario: A task is found by its whole key and by nothing like it
    Given the provider state: a cable test has completed
    When the client reads the cable test
    And the client reads a task id that differs in one character, each in turn
    And the client reads a task id that differs in its first half
    And the client reads a task id that differs in its second half
    And the client reads a task id with characters behind
    And the client reads the cable test under another switch
    And the client reads the cable test at another site-id
    And the client reads the cable test under a switch with one character more
    And the client reads the cable test under a switch with one other character, each in turn
    And the client reads the cable test under a switch that begins otherwise
    Then the others are not found [states/no-cable-test-exists]

  Scenario: Whoever has an old answer is not told that it is still true
    Given the provider state: a cable test runs to completion
    When the client polls the cable test to its end and 0 times more
    And the client asks whether the cable test has changed since the first answer
    Then each answer is a whole one [getCableTest/responses]

  Scenario: Many tests are read at the same time, and none is answered what belongs to another
    Given the provider state: a cable test is initiated
    And the provider state: a cable test has completed
    And the provider state: a cable test has failed
    And the provider state: the request is rejected as invalid
    And the provider state: the rate limit is exceeded
    And the provider state: the server fails unexpectedly
    When 3 clients read all of them at the same time
    Then each is as it is [states/*]

  Scenario Outline: Nobody else reads a test that its owner has just read, in the state: <state>
    Given the provider state: <state>
    When the client reads the cable test
    And the client reads the cable test with each wrong credential
    Then each answer to a wrong credential is 401 [getCableTest/security]
    And none repeats a token [token-never-echoed]

    Examples:
      | state                          |
      | a cable test is initiated |
      | a cable test has failed   |

  Scenario: What the owner has just read is shown to nobody else, and the owner is let in after each of them
    Given the provider state: a cable test has completed
    When the client reads the cable test
    And the client reads the cable test with each wrong credential, and after each with the valid token
    And the client reads the cable test with no token
    Then each answer to a wrong credential is 401 [getCableTest/security]
    And each answer to the valid token is the test [states/a-cable-test-has-completed]

  @live
  Scenario: A cable test is started
    Given the provider state: a cable test runs to completion
    Then its start is accepted [startCableTest/responses, startCableTest/responses/202/content]
    And it tells where the test is [StartedCableTest/properties/location/pattern]
