package io.gatewayping.cli;

import picocli.CommandLine.Command;

/** {@code gate pacts}: pacts, from their check to a deployment. */
@Command(
        name = "pacts",
        description =
                "Check pacts against the contract, publish and verify them, and ask a Pact Broker for a deployment.",
        mixinStandardHelpOptions = true,
        subcommands = {
            PactsCheckCommand.class,
            PactsPublishCommand.class,
            PactsVerifyCommand.class,
            CanIDeployCommand.class,
            RecordDeploymentCommand.class
        },
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "%nThe broker: PACT_BROKER_BASE_URL, with PACT_BROKER_TOKEN or with PACT_BROKER_USERNAME and"
                    + " PACT_BROKER_PASSWORD, in the environment.",
            "%nExamples:",
            "  gate pacts check",
            "  gate pacts publish",
            "  GATE_TOKEN=… gate pacts verify --base-url https://api.example.com --publish --provider-version 2.1.0",
            "  gate pacts can-i-deploy --environment production --wait 5m",
            "  gate pacts record-deployment --environment production"
        })
final class PactsCommand {}
