@steady
Feature: The same answer to everybody, at any time
  What a client reads depends on the test alone: not on the connection, not on how long it waited, not on who else reads
  at the same time. Answers at the same time have no order; only the answers to one client do.

  @steady-01
  Scenario: Many clients poll one test at the same time
    Given the provider state: a ping test runs to completion
    When 4 clients read the ping test at the same time, 4 times each
    Then each answer is one on the way to COMPLETED [states/a-ping-test-runs-to-completion]
    And no client sees the test go back [status-only-forward, progress-never-falls]
    And no client sees it change after its end [start-time-never-changes]

  @steady-02
  Scenario: Many tests are read at the same time, and none is answered what belongs to another
    The first two are of one gateway, and so are the next two.

    Given the provider state: a ping test is initiated
    And the provider state: a ping test is running
    And the provider state: a ping test has completed
    And the provider state: a ping test has failed
    And the provider state: no ping test exists
    And the provider state: the request is rejected as invalid
    And the provider state: the rate limit is exceeded
    And the provider state: the server fails unexpectedly
    When 3 clients read all of them at the same time
    Then each that has not ended is as it is [states/a-ping-test-is-initiated, states/a-ping-test-is-running]
    And each that has ended is as it is [states/a-ping-test-has-completed, states/a-ping-test-has-failed]
    And each that is not there is not there [states/no-ping-test-exists, states/the-request-is-rejected-as-invalid]
    And each that is refused is refused [states/the-rate-limit-is-exceeded, states/the-server-fails-unexpectedly]
    And the message names the task that was asked for [not-found-names-the-task]

  @steady-03
  Scenario Outline: A test that has ended is the same later and on another connection: <status>
    Given the provider state: <state>
    When the client reads the ping test
    And the client reads the ping test on another connection
    And the client reads the ping test after a pause
    Then it is <status> each time [<stateClause>]
    And each answer is the same [terminal-status-is-final, terminal-answer-never-changes]

    Examples:
      | status    | state                     | stateClause                      |
      | COMPLETED | a ping test has completed | states/a-ping-test-has-completed |
      | FAILED    | a ping test has failed    | states/a-ping-test-has-failed    |

  @steady-04
  Scenario: A test that completed at the beginning of the run is the same at its end
    Given one that was kept from before, in the provider state: a ping test has completed
    When the client reads the ping test on another connection
    And the client reads the ping test
    Then it is COMPLETED still [states/a-ping-test-has-completed]
    And the answer has not changed [terminal-status-is-final, terminal-answer-never-changes]
