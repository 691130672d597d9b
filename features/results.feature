@results
Feature: The results of a ping test
  The figures of a completed test are numbers in strings. They agree with each other and, where the gateway's own words
  have the documented form, with these.

  Background:
    Given the provider state: a ping test has completed
    When the client reads the ping test

  Rule: Every value has its format

    @results-01
    Scenario: Counts are plain digits
      Then the packets sent are counted in digits [PingResult/properties/sentPacketsCount/type, PingResult/properties/sentPacketsCount/pattern]
      And the packets received are counted in digits [PingResult/properties/receivedPacketsCount/type, PingResult/properties/receivedPacketsCount/pattern]

    @results-02
    Scenario: Measures are plain decimal numbers without a unit
      Then the packet size is digits [PingResult/properties/packetSizeBytes/type, PingResult/properties/packetSizeBytes/pattern]
      And the timeout is a decimal number [PingResult/properties/timeoutSeconds/type, PingResult/properties/timeoutSeconds/pattern]
      And the success rate is a decimal number [PingResult/properties/successRatePercent/type, PingResult/properties/successRatePercent/pattern]

    @results-03
    Scenario: The destination is named
      Then the destination is a text that is not empty [PingResult/properties/destination/type, PingResult/properties/destination/minLength]

    @results-04
    Scenario: Times are RFC 3339 with a zone
      Then the start is a time with a zone [PingTest/properties/startTime/type, PingTest/properties/startTime/format]
      And the end is a time with a zone [PingTest/then/properties/endTime/type, PingTest/properties/endTime/format]
      And neither has more than nine fraction digits [PingTest/properties/startTime/pattern, PingTest/properties/endTime/pattern]

    @results-05 @smoke
    Scenario: Every figure of a completed test is there
      Then destination, size, timeout, counts and rate are there [PingTest/then/properties/output/required/*]

  Rule: The figures agree with each other

    @results-06
    Scenario: No more packets are received than sent
      Then received is at most sent [received-within-sent]

    @results-07
    Scenario: The success rate is received over sent
      Then the rate is at most 100 per cent [rate-within-hundred]
      And the rate is received over sent, to one percentage point [rate-matches-counts]

    @results-08
    Scenario: Latencies are given for packets that came back, and only for these
      Then there are latencies when packets were received [latencies-when-received]
      And there are none when no packet was received [no-latency-without-reply]
      And minimum, average and maximum are in this order [latency-order]

    @results-09
    Scenario: The test ends after its start
      Then the end is not before the start [end-not-before-start]

  Rule: The gateway's own words, where they have the documented form, tell the same

    @results-10
    Scenario: The same packets
      Then they tell the same counts [raw-output-counts]
      And they tell the same rate [raw-output-rate]
      And they show one mark for each packet [raw-output-marks]

    @results-11
    Scenario: The same latencies
      Then they tell the same latencies [raw-output-latencies]

    @results-12
    Scenario: The same settings
      Then they tell the same packet size [raw-output-packet-size]
      And they tell the same timeout [raw-output-timeout]
      And they tell the same destination [raw-output-destination]
