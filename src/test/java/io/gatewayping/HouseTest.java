package io.gatewayping;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The house of ARCHITECTURE.md: data flows one way. */
final class HouseTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.gatewayping");

    @Test
    void dataFlowsOneWay() {
        layeredArchitecture()
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
                .mayNotBeAccessedByAnyLayer()
                .check(CLASSES);
    }

    @Test
    void nothingIsJudgedWithTheGeneratedClient() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.gatewayping.client..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.gatewayping.client..")
                .check(CLASSES);
    }

    @Test
    void theClientNeedsWhatItsPomNames() {
        classes()
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
                        "jakarta.annotation..")
                .check(CLASSES);
    }

    @Test
    void onlyTheCommandLinePrintsAndExits() {
        noClasses()
                .that()
                .resideInAPackage("io.gatewayping..")
                .and()
                .resideOutsideOfPackages("io.gatewayping.cli", "io.gatewayping.client..")
                .should()
                .callMethod(System.class, "exit", int.class)
                .orShould()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .check(CLASSES);
    }

    @Test
    void onlyTheContractKnowsSchemasAndCel() {
        noClasses()
                .that()
                .resideInAPackage("io.gatewayping..")
                .and()
                .resideOutsideOfPackage("io.gatewayping.contract")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.networknt..", "dev.cel..")
                .check(CLASSES);
    }

    @Test
    void onlyPactsAndTheBrokerKnowPact() {
        noClasses()
                .that()
                .resideInAPackage("io.gatewayping..")
                .and()
                .resideOutsideOfPackages("io.gatewayping.pact", "io.gatewayping.broker")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("au.com.dius..")
                .check(CLASSES);
    }

    @Test
    void theProgramRunsWithoutWhatTestsBring() {
        noClasses()
                .that()
                .resideInAPackage("io.gatewayping..")
                .and()
                .resideOutsideOfPackages("io.gatewayping.junit", "io.gatewayping.restassured")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.junit..", "io.restassured..")
                .check(CLASSES);
    }

    @Test
    void classesAreFinal() {
        classes()
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
                .haveModifier(JavaModifier.FINAL)
                .check(CLASSES);
    }
}
