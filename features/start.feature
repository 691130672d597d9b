@live
Feature: Starting a ping test
  Whoever has no state-change URL starts a ping test as any caller does. What the start answers is judged as well. These
  scenarios run with `--live` only.

  Scenario: A ping test is started
    Given the provider state: a ping test runs to completion
    Then its start is accepted [startPingTest/responses, startPingTest/responses/202/content]
    And it tells where the test is, its status and its start [StartedPingTest/required/location, StartedPingTest/required/status, StartedPingTest/required/startTime]
    And the test has only begun [StartedPingTest/properties/status/const]
