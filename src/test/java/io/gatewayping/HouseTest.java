package io.gatewayping;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The house of ARCHITECTURE.md: data flows one way. */
@AnalyzeClasses(packages = "io.gatewayping", importOptions = ImportOption.DoNotIncludeTests.class)
final class HouseTest {

    @ArchTest
    static final ArchRule DATA_FLOWS_ONE_WAY = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("exchange")
            .definedBy("io.gatewayping.exchange")
            .layer("pattern")
            .definedBy("io.gatewayping.pattern")
            .layer("contract")
            .definedBy("io.gatewayping.contract")
            .layer("judge")
            .definedBy("io.gatewayping.judge")
            .layer("counterexample")
            .definedBy("io.gatewayping.counterexample")
            .layer("state")
            .definedBy("io.gatewayping.state")
            .layer("stub")
            .definedBy("io.gatewayping.stub")
            .layer("gate")
            .definedBy("io.gatewayping.gate")
            .layer("steps")
            .definedBy("io.gatewayping.steps")
            .layer("report")
            .definedBy("io.gatewayping.report")
            .layer("proof")
            .definedBy("io.gatewayping.proof")
            .layer("pact")
            .definedBy("io.gatewayping.pact")
            .layer("broker")
            .definedBy("io.gatewayping.broker")
            .layer("junit")
            .definedBy("io.gatewayping.junit")
            .layer("restassured")
            .definedBy("io.gatewayping.restassured")
            .layer("access")
            .definedBy("io.gatewayping.access")
            .layer("cli")
            .definedBy("io.gatewayping.cli")
            .whereLayer("exchange")
            .mayNotAccessAnyLayer()
            .whereLayer("access")
            .mayOnlyAccessLayers("exchange")
            .whereLayer("pattern")
            .mayOnlyAccessLayers("exchange")
            .whereLayer("contract")
            .mayOnlyAccessLayers("pattern", "exchange")
            .whereLayer("judge")
            .mayOnlyAccessLayers("contract", "pattern", "exchange")
            .whereLayer("counterexample")
            .mayOnlyAccessLayers("contract", "exchange")
            .whereLayer("state")
            .mayOnlyAccessLayers("contract", "exchange")
            .whereLayer("stub")
            .mayOnlyAccessLayers("counterexample", "contract", "exchange")
            .whereLayer("gate")
            .mayOnlyAccessLayers("judge", "contract", "exchange", "state")
            .whereLayer("steps")
            .mayOnlyAccessLayers("gate", "exchange")
            .whereLayer("report")
            .mayOnlyAccessLayers("gate", "state", "judge", "contract", "exchange")
            .whereLayer("proof")
            .mayOnlyAccessLayers("gate", "stub", "state", "counterexample", "judge", "contract", "exchange")
            .whereLayer("pact")
            .mayOnlyAccessLayers("gate", "state", "judge", "contract", "exchange")
            .whereLayer("broker")
            .mayOnlyAccessLayers("pact", "gate", "exchange")
            .whereLayer("junit")
            .mayOnlyAccessLayers("gate", "state", "judge", "contract", "exchange")
            .whereLayer("restassured")
            .mayOnlyAccessLayers("judge", "contract", "exchange")
            .whereLayer("junit")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("restassured")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("cli")
            .mayNotBeAccessedByAnyLayer();

    @ArchTest
    static final ArchRule NOTHING_IS_JUDGED_WITH_THE_GENERATED_CLIENT = noClasses()
            .that()
            .resideOutsideOfPackage("io.gatewayping.client..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.gatewayping.client..");

    @ArchTest
    static final ArchRule THE_CLIENT_NEEDS_WHAT_ITS_POM_NAMES = classes()
            .that()
            .resideInAPackage("io.gatewayping.client..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "io.gatewayping.client..",
                    "java..",
                    "com.fasterxml.jackson.annotation..",
                    "com.fasterxml.jackson.core..",
                    "com.fasterxml.jackson.databind..",
                    "com.fasterxml.jackson.datatype.jsr310..",
                    "jakarta.annotation..");

    @ArchTest
    static final ArchRule ONLY_THE_COMMAND_LINE_PRINTS_AND_EXITS = noClasses()
            .that()
            .resideInAPackage("io.gatewayping..")
            .and()
            .resideOutsideOfPackages("io.gatewayping.cli", "io.gatewayping.client..")
            .should()
            .callMethod(System.class, "exit", int.class)
            .orShould()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err");

    @ArchTest
    static final ArchRule ONLY_THE_CONTRACT_KNOWS_SCHEMAS_AND_CEL = noClasses()
            .that()
            .resideInAPackage("io.gatewayping..")
            .and()
            .resideOutsideOfPackage("io.gatewayping.contract")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.networknt..", "dev.cel..");

    @ArchTest
    static final ArchRule ONLY_PACTS_AND_THE_BROKER_KNOW_PACT = noClasses()
            .that()
            .resideInAPackage("io.gatewayping..")
            .and()
            .resideOutsideOfPackages("io.gatewayping.pact", "io.gatewayping.broker")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("au.com.dius..");

    @ArchTest
    static final ArchRule THE_PROGRAM_RUNS_WITHOUT_WHAT_TESTS_BRING = noClasses()
            .that()
            .resideInAPackage("io.gatewayping..")
            .and()
            .resideOutsideOfPackages("io.gatewayping.junit", "io.gatewayping.restassured")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.junit..", "io.restassured..");

    @ArchTest
    static final ArchRule CLASSES_ARE_FINAL = classes()
            .that()
            .resideInAPackage("io.gatewayping..")
            .and()
            .resideOutsideOfPackage("io.gatewayping.client..")
            .and()
            .areTopLevelClasses()
            .and()
            .areNotInterfaces()
            .and()
            .areNotEnums()
            .should()
            .haveModifier(com.tngtech.archunit.core.domain.JavaModifier.FINAL);
}
