Feature: Errors
  Every documented error has its own code, by which a client tells it from the others. The message is for a person: its
  wording is free, but it is one line and tells nothing of the inside of the server.

  Scenario Outline: <code> <errorCode>
    Given the provider state: <state>
    When the client reads the ping test
    Then the answer is <code> [<stateClause>, getPingTest/message, getPingTest/responses, getPingTest/responses/<code>/content]
    And its code is <errorCode> [<schema>/properties/errorCode/const]
    And it has a code and a message [Problem/required/errorCode, Problem/required/message]
    And the message is one line of text [Problem/properties/message/type, Problem/properties/message/pattern]
    And the message tells nothing of the inside of the server [message-tells-nothing-of-the-server]

    Examples:
      | code | errorCode                         | state                              | stateClause                               | schema              |
      | 400  | HPE_GRAVITY_BAD_REQUEST           | the request is rejected as invalid | states/the-request-is-rejected-as-invalid | BadRequest          |
      | 404  | HPE_GRAVITY_TASK_NOT_FOUND        | no ping test exists                | states/no-ping-test-exists                | NotFound            |
      | 429  | HPE_GRAVITY_TOO_MANY_REQUESTS     | the rate limit is exceeded         | states/the-rate-limit-is-exceeded         | TooManyRequests     |
      | 500  | HPE_GRAVITY_INTERNAL_SERVER_ERROR | the server fails unexpectedly      | states/the-server-fails-unexpectedly      | InternalServerError |

  Scenario: 401 HPE_GRAVITY_UNAUTHORIZED
    Given the provider state: a ping test has completed
    When the client reads the ping test with no token
    Then the answer is 401 [getPingTest/security, getPingTest/responses/401/content]
    And its code is HPE_GRAVITY_UNAUTHORIZED [Unauthorized/properties/errorCode/const]
    And it has a code and a message [Problem/required/errorCode, Problem/required/message]
    And the message tells nothing of the inside of the server [message-tells-nothing-of-the-server]

  Scenario: An unknown task is not found, and the message names it
    When the client reads an unknown ping test
    Then the answer is 404 [states/no-ping-test-exists]
    And the message names the task that was asked for [not-found-names-the-task]

  Scenario: A task id that differs in one character is not found
    Given the provider state: a ping test has completed
    When the client reads a task id that differs in one character
    Then the answer is 404 [states/no-ping-test-exists]
    And the message names the task that was asked for [not-found-names-the-task]

  Scenario: A task id that is cut short is not found
    Given the provider state: a ping test has completed
    When the client reads a task id that is cut short
    Then the answer is 404 [states/no-ping-test-exists]
    And the message names the task that was asked for [not-found-names-the-task]

  Scenario: A task of another gateway is not found
    Given the provider state: the ping test belongs to another gateway
    When the client reads the ping test
    And the client reads the ping test under its own gateway
    Then it is 404 under the gateway that was asked for [states/the-ping-test-belongs-to-another-gateway]
    And it is there under its own [states/a-ping-test-has-completed]
