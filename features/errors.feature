@errors
Feature: Errors
  Every documented error has its own code, by which a client tells it from the others. The message is for a person: its
  wording is free, but it is one line and tells nothing of the inside of the server. An error stays what it is, however
  often it is asked for.

  @errors-01
  Scenario Outline: <code> <errorCode>
    Given the provider state: <state>
    When the client reads the ping test 2 times
    Then each answer is <code> [<stateClause>, getPingTest/responses]
    And it is an HTTP message, and JSON [getPingTest/message, getPingTest/responses/<code>/content]
    And its code is <errorCode> [<schema>/properties/errorCode/const]
    And it has a code and a message [Problem/required/*]
    And the message is one line of text [Problem/properties/message/*]
    And the message tells nothing of the inside of the server [message-tells-nothing-of-the-server]
    And it repeats no token [token-never-echoed]

    Examples:
      | code | errorCode                         | state                              | stateClause                               | schema              |
      | 400  | HPE_GRAVITY_BAD_REQUEST           | the request is rejected as invalid | states/the-request-is-rejected-as-invalid | BadRequest          |
      | 404  | HPE_GRAVITY_TASK_NOT_FOUND        | no ping test exists                | states/no-ping-test-exists                | NotFound            |
      | 429  | HPE_GRAVITY_TOO_MANY_REQUESTS     | the rate limit is exceeded         | states/the-rate-limit-is-exceeded         | TooManyRequests     |
      | 500  | HPE_GRAVITY_INTERNAL_SERVER_ERROR | the server fails unexpectedly      | states/the-server-fails-unexpectedly      | InternalServerError |

  @errors-02 @smoke
  Scenario: An unknown task is not found, and the message names it
    When the client reads an unknown ping test 2 times
    Then each answer is 404 [states/no-ping-test-exists]
    And the message names the task that was asked for [not-found-names-the-task]

  @errors-03
  Scenario: A task is found by its whole id and by nothing like it
    What is no id at all may be refused with 400 as well.

    Given the provider state: a ping test has completed
    When the client reads the ping test
    And the client reads a task id that differs in one character, each in turn
    And the client reads a task id that differs in its last character
    And the client reads a task id that differs in its first half
    And the client reads a task id that differs in its second half
    And the client reads a task id that is cut short
    And the client reads a task id with characters behind
    Then the test itself is there [states/a-ping-test-has-completed]
    And the others are not [states/no-ping-test-exists]
    And each message names the task that was asked for [not-found-names-the-task]

  @errors-04
  Scenario: A task is found under its own gateway and under none like it
    Given the provider state: a ping test has completed
    When the client reads the ping test
    And the client reads the ping test under another gateway
    And the client reads the ping test under a gateway with one character more
    And the client reads the ping test under a gateway with one character fewer
    And the client reads the ping test under a gateway with one other character, each in turn
    And the client reads the ping test under a gateway that begins otherwise
    Then the test itself is there [states/a-ping-test-has-completed]
    And the others are not [states/no-ping-test-exists]
    And each message names the task that was asked for [not-found-names-the-task]

  @errors-05
  Scenario: A task of another gateway is not found, neither before nor after that one has read it
    Given the provider state: the ping test belongs to another gateway
    When the client reads the ping test
    And the client reads the ping test under its own gateway
    And the client reads the ping test 2 times
    Then it is 404 under the gateway that was asked for [states/the-ping-test-belongs-to-another-gateway]
    And it is there under its own [states/a-ping-test-has-completed]
    And nothing names the gateway that it belongs to [not-found-names-no-other-owner]
    And nothing of it is shown where it is not found [not-found-tells-nothing]

  @errors-06
  Scenario Outline: A task is found by its own id under its own gateway, whatever it is doing: <state>
    Given the provider state: <state>
    When the client reads the ping test
    And the client reads the ping test under another gateway
    And the client reads the ping test under a gateway with one character more
    And the client reads the ping test under a gateway with one character fewer
    And the client reads a task id that differs in its first half
    And the client reads a task id that differs in its second half
    And the client reads a task id that differs in its last character
    And the client reads a task id that is cut short
    And the client reads a task id with characters behind
    Then the test itself is there [<stateClause>]
    And the others are not [states/no-ping-test-exists]
    And nothing of it is shown where it is not found [not-found-tells-nothing]

    Examples:
      | state                    | stateClause                     |
      | a ping test is initiated | states/a-ping-test-is-initiated |
      | a ping test is running   | states/a-ping-test-is-running   |
      | a ping test has failed   | states/a-ping-test-has-failed   |
