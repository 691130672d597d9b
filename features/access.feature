@access
Feature: Access
  Only a bearer of the valid token reads a ping test. Whoever has none learns nothing, not even whether there is a test,
  and no answer repeats a token.

  Wrong credentials are: no token, another one, one that has expired where one is known, the valid one cut short, made
  longer, turned round, changed in a character, in a half or in the case of its letters, and the valid one anywhere but where it
  belongs: without a scheme, under another, in another header, in a cookie, in the query.

  @access-01 @smoke
  Scenario: The valid token is let in
    Given the provider state: a ping test has completed
    When the client reads the ping test
    And it is kept for later
    Then the test is COMPLETED [states/a-ping-test-has-completed]
    And it repeats no token [token-never-echoed]

  @access-02 @smoke
  Scenario Outline: A request with <credential> is refused, the first time and the second
    Given the provider state: a ping test has completed
    When the client reads the ping test with <credential>
    And the client reads the ping test with <credential>
    Then each answer is 401 [getPingTest/security, getPingTest/responses/401/content]
    And its code is HPE_GRAVITY_UNAUTHORIZED [Unauthorized/properties/errorCode/const]
    And it has a code and a message [Problem/required/*]
    And the message tells nothing of the inside of the server [message-tells-nothing-of-the-server]
    And it tells nothing of the test [unauthenticated-tells-nothing]
    And it repeats no token [token-never-echoed]

    Examples:
      | credential    |
      | no token      |
      | another token |

  @access-03
  Scenario Outline: Nobody else reads a test that its owner has just read, whatever it is doing: <state>
    Given the provider state: <state>
    When the client reads the ping test
    And the client reads the ping test with each wrong credential
    And the client sends HEAD for the ping test with no token
    Then each answer to a wrong credential is 401 [getPingTest/security]
    And none tells anything of the test [unauthenticated-tells-nothing]
    And none repeats a token [token-never-echoed]
    And the HEAD does not succeed [head-needs-the-token]

    Examples:
      | state                    |
      | a ping test is initiated |
      | a ping test is running   |
      | a ping test has failed   |

  @access-04
  Scenario: What the owner has just read is shown to nobody else, and the owner is let in after each of them
    Given the provider state: a ping test has completed
    When the client reads the ping test
    And the client reads the ping test with each wrong credential, and after each with the valid token
    Then each answer to a wrong credential is 401 [getPingTest/security]
    And none tells anything of the test [unauthenticated-tells-nothing]
    And each answer to the valid token is the test [states/a-ping-test-has-completed]

  @access-05
  Scenario Outline: A request with <credential> does not show whether there is: <state>
    A test that its owner has just read and one that nobody knows are asked for in turn, each twice, so that what changes
    from one answer to the next by itself is told from what depends on the test. What one of two instances shows may seem to
    depend on it by chance, or by the id: more that nobody knows tell.

    Given the provider state: <state>
    When the client reads the ping test
    And the client reads the ping test with <credential>
    And the client reads an unknown ping test with <credential>
    And the client reads an unknown ping test with <credential>
    And the client reads the ping test with <credential>
    And the client reads more unknown ones with <credential> while the answers seem to tell them apart
    Then all answers are 401 [getPingTest/security]
    And they are alike but for what was asked for [unauthenticated-answers-alike]

    Examples:
      | credential           | state                                    |
      | no token             | a ping test has completed                |
      | another token        | a ping test has completed                |
      | token without scheme | a ping test has completed                |
      | no token             | a ping test is running                   |
      | token in a cookie    | a ping test has completed                |
      | no token             | a ping test is initiated                 |
      | no token             | a ping test has failed                   |
      | no token             | the ping test belongs to another gateway |

  @access-06
  Scenario Outline: What its owner has just read is shown to nobody else, however far it is: <state>
    Given the provider state: <state>
    When the client reads the ping test
    And the client reads the ping test with no token
    And the client reads the ping test
    And the client reads the ping test with another token
    And the client polls the ping test to its end and 1 times more
    And the client reads the ping test with no token
    Then each answer to a wrong credential is 401 [getPingTest/security]
    And none tells anything of the test [unauthenticated-tells-nothing]
    And each answer to the valid token is one on the way to its end [<stateClause>]

    Examples:
      | state                          | stateClause                           |
      | a ping test runs to completion | states/a-ping-test-runs-to-completion |
      | a ping test runs to failure    | states/a-ping-test-runs-to-failure    |

  @access-07
  Scenario Outline: A connection that has carried the valid token lets nobody in: <credential>
    Given the provider state: a ping test has completed
    When the client reads the ping test
    And the client reads the ping test with <credential> on the same connection
    And the client reads the ping test
    Then each answer to a wrong credential is 401 [getPingTest/security]
    And it tells nothing of the test [unauthenticated-tells-nothing]
    And each answer to the valid token is the test [states/a-ping-test-has-completed]

    Examples:
      | credential    |
      | no token      |
      | another token |

  @access-08
  Scenario: Whoever has read one test of a gateway has opened none of its others
    The second test is of the gateway of the first one.

    Given the provider state: a ping test has completed
    When the client reads the ping test
    And the provider state: a ping test has failed
    And the client reads the ping test with no token
    And the client reads the ping test
    And the client reads the ping test with another token
    Then each answer to a wrong credential is 401 [getPingTest/security]
    And it tells nothing of the test [unauthenticated-tells-nothing]
    And each answer to the valid token is the test [states/a-ping-test-has-failed]
