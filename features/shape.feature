Feature: The shape of answers
  Every member has the type that is documented, whatever it says. What a client does not know it leaves alone, so that
  further members are no fault.

  @shape-01
  Scenario: A completed test is an object of objects and texts
    Given the provider state: a ping test has completed
    When the client reads the ping test
    Then the test is an object [PingTest/type]
    And its result is an object [PingResult/type, PingTest/then/properties/output/type]
    And every member that is there has its type [PingTest/properties/*/type]

  @shape-02
  Scenario: Every figure is a text in its own form
    Given the provider state: a ping test has completed
    When the client reads the ping test
    Then every figure that is there is a text, or null where it may be [PingResult/properties/*/type]
    And every figure that is a text has its form [PingResult/properties/*/pattern]
    And those that have to be there are no empty texts and no null [PingTest/then/properties/output/properties/*/type, PingTest/then/properties/output/properties/*/pattern]

  @shape-03
  Scenario Outline: The problem <problem> is an object with a code in a text
    Given the provider state: <state>
    When the client reads the ping test
    Then the problem is an object [Problem/type]
    And its code is a text [Problem/properties/errorCode/type, <problem>/properties/errorCode/type]

    Examples:
      | problem             | state                              |
      | BadRequest          | the request is rejected as invalid |
      | NotFound            | no ping test exists                |
      | TooManyRequests     | the rate limit is exceeded         |
      | InternalServerError | the server fails unexpectedly      |

  @shape-04
  Scenario: The problem Unauthorized is an object with a code in a text
    Given the provider state: a ping test has completed
    When the client reads the ping test with no token
    Then the problem is an object [Problem/type]
    And its code is a text [Problem/properties/errorCode/type, Unauthorized/properties/errorCode/type]
