@live
Feature: Starting a ping test
  Whoever has no state-change URL starts a ping test as any caller does. What the start answers is judged as well. These
  scenarios run with `--live` only.

  @live-01
  Scenario: A ping test is started
    Given the provider state: a ping test runs to completion
    Then its start is accepted [startPingTest/responses, startPingTest/responses/202/content]
    And it tells where the test is, its status and its start [StartedPingTest/required/*]
    And the test has only begun [StartedPingTest/properties/status/const]

  @live-03
  Scenario: Nobody starts a ping test without a token
    When the client starts a ping test with no token
    Then it is refused [startPingTest/security, startPingTest/responses/401/content]
    And its code is HPE_GRAVITY_UNAUTHORIZED [Unauthorized/properties/errorCode/const]

  @live-02
  Scenario: A ping test with a packet size out of range is refused
    When the client starts a ping test with a packetSize of 9
    Then the answer is 400 [states/the-request-is-rejected-as-invalid, startPingTest/responses/400/content]
    And its code is HPE_GRAVITY_BAD_REQUEST [BadRequest/properties/errorCode/const]
    And it has a code and a message [Problem/required/errorCode, Problem/required/message]
