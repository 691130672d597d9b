Feature: Access
  Only a bearer of the valid token reads a ping test. Whoever has none learns nothing, not even whether there is a test,
  and no answer repeats a token.

  Scenario Outline: A request with <credential> is refused
    Given the provider state: a ping test has completed
    When the client reads the ping test with <credential>
    Then the answer is 401 [getPingTest/security]
    And its code is HPE_GRAVITY_UNAUTHORIZED [Unauthorized/properties/errorCode/const]
    And it tells nothing of the test [unauthenticated-tells-nothing]
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

  Scenario Outline: A request with <credential> does not show whether the test exists
    Given the provider state: a ping test has completed
    When the client reads the ping test with <credential>
    And the client reads an unknown ping test with <credential>
    Then both answers are 401 [getPingTest/security]
    And they are alike [unauthenticated-answers-alike]

    Examples:
      | credential    |
      | no token      |
      | another token |

  Scenario: The valid token is let in
    Given the provider state: a ping test has completed
    When the client reads the ping test
    Then the test is COMPLETED [states/a-ping-test-has-completed]
    And it repeats no token [token-never-echoed]

  Scenario Outline: No answer repeats the token in the state: <state>
    Given the provider state: <state>
    When the client reads the ping test
    Then it repeats no token [token-never-echoed]

    Examples:
      | state                              |
      | no ping test exists                |
      | the request is rejected as invalid |
      | the rate limit is exceeded         |
      | the server fails unexpectedly      |
