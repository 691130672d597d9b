Feature: The lifecycle of a ping test
  A ping test is initiated, runs, and ends as completed or failed. Whoever polls it sees it go forward only, and sees
  the same answer for ever once it has ended. A provider may be so quick that RUNNING, or all but the end, is never seen.

  Rule: Each status shows what it must and nothing that it cannot know yet

    Scenario: An initiated test has neither a result nor an end
      Given the provider state: a ping test is initiated
      When the client reads the ping test
      Then the test is INITIATED [states/a-ping-test-is-initiated]
      And it tells its status, its progress and its start [PingTest/required/status, PingTest/required/progressPercent, PingTest/required/startTime]
      And nothing breaks the rules for a test that has not ended [PingTest/properties/status/enum, getPingTest/responses/200/content]

    Scenario: A running test has neither a result nor an end
      Given the provider state: a ping test is running
      When the client reads the ping test
      Then the test is RUNNING [states/a-ping-test-is-running]
      And its progress is a whole number from 0 to 100 [PingTest/properties/progressPercent/type, PingTest/properties/progressPercent/minimum, PingTest/properties/progressPercent/maximum]

    Scenario: A completed test has an end, a result and no reason to have failed
      Given the provider state: a ping test has completed
      When the client reads the ping test
      Then the test is COMPLETED [states/a-ping-test-has-completed]
      And it has an end and a result [PingTest/then/required/endTime, PingTest/then/required/output]
      And its reason to have failed is there and null [PingTest/then/required/failReason, PingTest/then/properties/failReason/type]
      And all of it is done [PingTest/then/properties/progressPercent/const]

    Scenario: A failed test has an end and says why it failed
      Given the provider state: a ping test has failed
      When the client reads the ping test
      Then the test is FAILED [states/a-ping-test-has-failed]
      And it has an end [PingTest/else/then/required/endTime]
      And it says why it failed [PingTest/else/then/required/failReason, PingTest/else/then/properties/failReason/pattern]

  Rule: A test goes forward only

    Scenario: A test that runs to completion, poll by poll
      Given the provider state: a ping test runs to completion
      When the client polls the ping test to its end and 3 times more
      Then each poll shows a status on the way to COMPLETED [states/a-ping-test-runs-to-completion]
      And the status never goes back [status-only-forward]
      And the progress never falls [progress-never-falls]
      And the start time never changes [start-time-never-changes]
      And it is COMPLETED for ever [terminal-status-is-final]
      And the answer never changes once it is COMPLETED [terminal-answer-never-changes]

    Scenario: A test that runs to failure, poll by poll
      Given the provider state: a ping test runs to failure
      When the client polls the ping test to its end and 3 times more
      Then each poll shows a status on the way to FAILED [states/a-ping-test-runs-to-failure]
      And the status never goes back [status-only-forward]
      And the progress never falls [progress-never-falls]
      And the start time never changes [start-time-never-changes]
      And it is FAILED for ever [terminal-status-is-final]
      And the answer never changes once it is FAILED [terminal-answer-never-changes]

    Scenario Outline: A test that is read again and again in the state: <state>
      Given the provider state: <state>
      When the client reads the ping test 3 times
      Then the status never goes back [status-only-forward]
      And the progress never falls [progress-never-falls]
      And the start time never changes [start-time-never-changes]

      Examples:
        | state                     |
        | a ping test is initiated  |
        | a ping test is running    |
        | a ping test has completed |
        | a ping test has failed    |
