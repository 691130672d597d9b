@lifecycle
Feature: The lifecycle of a ping test
  A ping test is initiated, runs, and ends as completed or failed. Whoever polls it sees it go forward only, and sees
  the same answer for ever once it has ended. A provider may be so quick that RUNNING, or all but the end, is never seen.

  Rule: Each status shows what it must and nothing that it cannot know yet

    @lifecycle-01
    Scenario: An initiated test has neither a result nor an end
      Given the provider state: a ping test is initiated
      When the client reads the ping test 3 times
      Then the test is INITIATED each time [states/a-ping-test-is-initiated]
      And it tells its status, its progress and its start [PingTest/required/*]
      And nothing breaks the rules for a test that has not ended [PingTest/properties/status/enum, getPingTest/responses/200/content]
      And each answer is an HTTP message [getPingTest/message]
      And nothing goes back from one answer to the next [status-only-forward, progress-never-falls]
      And the start time is the same in each [start-time-never-changes]

    @lifecycle-02
    Scenario: A running test has neither a result nor an end
      Given the provider state: a ping test is running
      When the client reads the ping test 3 times
      Then the test is RUNNING each time [states/a-ping-test-is-running]
      And its progress is a whole number [PingTest/properties/progressPercent/type]
      And it is one from 0 to 100 [PingTest/properties/progressPercent/minimum, PingTest/properties/progressPercent/maximum]
      And nothing goes back from one answer to the next [status-only-forward, progress-never-falls]
      And the start time is the same in each [start-time-never-changes]

    @lifecycle-03
    Scenario: A completed test has an end, a result and no reason to have failed
      Given the provider state: a ping test has completed
      When the client reads the ping test 3 times
      Then the test is COMPLETED each time [states/a-ping-test-has-completed]
      And it has an end and a result [PingTest/then/required/*]
      And its reason to have failed is null [PingTest/then/properties/failReason/type]
      And all of it is done [PingTest/then/properties/progressPercent/const]
      And each answer is the same [terminal-status-is-final, terminal-answer-never-changes]

    @lifecycle-04
    Scenario: A failed test has an end and says why it failed
      Given the provider state: a ping test has failed
      When the client reads the ping test 3 times
      Then the test is FAILED each time [states/a-ping-test-has-failed]
      And it has an end [PingTest/else/then/required/endTime]
      And it says why it failed [PingTest/else/then/required/failReason, PingTest/else/then/properties/failReason/pattern]
      And each answer is the same [terminal-status-is-final, terminal-answer-never-changes]

  Rule: A test goes forward only

    @lifecycle-05 @smoke
    Scenario: A test that runs to completion, poll by poll
      Given the provider state: a ping test runs to completion
      When the client polls the ping test to its end and 3 times more
      And the client reads the ping test with no token
      Then each poll shows a status on the way to COMPLETED, and progress rises while it runs [states/a-ping-test-runs-to-completion]
      And the status never goes back [status-only-forward]
      And the progress never falls [progress-never-falls]
      And the start time never changes [start-time-never-changes]
      And it is COMPLETED for ever [terminal-status-is-final]
      And the answer never changes once it is COMPLETED [terminal-answer-never-changes]
      And without a token the answer is 401 [getPingTest/security]

    @lifecycle-06
    Scenario: A test that runs to failure, poll by poll
      Given the provider state: a ping test runs to failure
      When the client polls the ping test to its end and 3 times more
      And the client reads the ping test with no token
      Then each poll shows a status on the way to FAILED [states/a-ping-test-runs-to-failure]
      And the status never goes back [status-only-forward]
      And the progress never falls [progress-never-falls]
      And the start time never changes [start-time-never-changes]
      And it is FAILED for ever [terminal-status-is-final]
      And the answer never changes once it is FAILED [terminal-answer-never-changes]
      And without a token the answer is 401 [getPingTest/security]
