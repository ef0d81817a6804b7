package org.misconductmonitor;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;

/** The rooms, and the one direction in which they may know each other. */
@AnalyzeClasses(packages = "org.misconductmonitor", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String[] PURE = {
        "..event..",
        "..rule..",
        "..engine..",
        "..alert..",
        "..access..",
        "org.misconductmonitor.privacy..",
        "..backtest..",
        "org.misconductmonitor.page..",
        "org.misconductmonitor.statistics.."
    };

    @ArchTest
    static final ArchRule roomsShouldDependDownwardsOnly = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("cli")
            .definedBy("org.misconductmonitor.cli..")
            .layer("platform")
            .definedBy("org.misconductmonitor.platform..")
            .layer("web")
            .definedBy("org.misconductmonitor.web..")
            .layer("query")
            .definedBy("org.misconductmonitor.query..")
            .layer("topology")
            .definedBy("org.misconductmonitor.topology..")
            .layer("backtest")
            .definedBy("org.misconductmonitor.backtest..")
            .layer("statistics")
            .definedBy("org.misconductmonitor.statistics..")
            .layer("page")
            .definedBy("org.misconductmonitor.page..")
            .layer("engine")
            .definedBy("org.misconductmonitor.engine..")
            .layer("alert")
            .definedBy("org.misconductmonitor.alert..")
            .layer("privacy")
            .definedBy("org.misconductmonitor.privacy..")
            .layer("access")
            .definedBy("org.misconductmonitor.access..")
            .layer("rule")
            .definedBy("org.misconductmonitor.rule..")
            .layer("event")
            .definedBy("org.misconductmonitor.event..")
            .whereLayer("cli")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("platform")
            .mayOnlyBeAccessedByLayers("cli")
            .whereLayer("web")
            .mayOnlyBeAccessedByLayers("cli", "platform")
            .whereLayer("query")
            .mayOnlyBeAccessedByLayers("cli", "platform", "web")
            .whereLayer("topology")
            .mayOnlyBeAccessedByLayers("cli", "platform", "web", "query")
            .whereLayer("backtest")
            .mayOnlyBeAccessedByLayers("cli", "platform", "web", "query", "topology")
            .whereLayer("statistics")
            .mayOnlyBeAccessedByLayers("cli", "platform", "web", "query", "topology")
            .whereLayer("page")
            .mayOnlyBeAccessedByLayers("cli", "backtest")
            .whereLayer("engine")
            .mayOnlyBeAccessedByLayers("cli", "platform", "web", "query", "topology", "backtest", "statistics")
            .whereLayer("alert")
            .mayOnlyBeAccessedByLayers("cli", "platform", "web", "query", "topology", "backtest", "engine")
            .whereLayer("privacy")
            .mayOnlyBeAccessedByLayers("cli", "platform", "topology")
            .whereLayer("access")
            .mayOnlyBeAccessedByLayers("cli", "platform", "web", "query", "topology")
            .whereLayer("rule")
            .mayOnlyBeAccessedByLayers(
                    "cli", "platform", "web", "query", "topology", "backtest", "statistics", "engine", "alert");

    @ArchTest
    static final ArchRule roomsShouldBeFreeOfCycles =
            slices().matching("org.misconductmonitor.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule pureRoomsShouldKnowNoKafkaAndNoHttp = noClasses()
            .that()
            .resideInAnyPackage(PURE)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.kafka..", "org.apache.avro..", "java.net..", "picocli..");

    @ArchTest
    static final ArchRule webShouldKnowNoKafka = noClasses()
            .that()
            .resideInAPackage("..web..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.kafka..", "org.apache.avro..");

    @ArchTest
    static final ArchRule onlyWebShouldKnowTheServer = noClasses()
            .that()
            .resideOutsideOfPackage("..web..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.javalin..", "org.eclipse.jetty..", "jakarta..", "io.micrometer..");

    @ArchTest
    static final ArchRule pureRoomsShouldKnowNoClock = noClasses()
            .that()
            .resideInAnyPackage(PURE)
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Clock.class);

    /** What is said of the same facts must not depend on where the machine stands. */
    @ArchTest
    static final ArchRule pureRoomsShouldSayTheSameInEveryLocale = noClasses()
            .that()
            .resideInAnyPackage(PURE)
            .should()
            .callMethod(String.class, "formatted", Object[].class)
            .orShould()
            .callMethod(String.class, "format", String.class, Object[].class)
            .orShould()
            .callMethod(ZoneId.class, "systemDefault");

    @ArchTest
    static final ArchRule nothingShouldDependOnTheCharactersOfTheMachine = noClasses()
            .should()
            .callMethod(String.class, "toLowerCase")
            .orShould()
            .callMethod(String.class, "toUpperCase")
            .orShould()
            .callMethod(String.class, "getBytes")
            .orShould()
            .callConstructor(String.class, byte[].class);

    /** RocksDB's memory is shared by stores that Kafka makes by class name: there is no other way to reach it. */
    @ArchTest
    static final ArchRule nothingElseShouldBeMutableAndStatic = fields().that()
            .areStatic()
            .and()
            .areDeclaredInClassesThat()
            .resideOutsideOfPackage("org.misconductmonitor.schema..")
            .and()
            .areDeclaredInClassesThat()
            .doNotHaveSimpleName("SharedRocksMemory")
            .should()
            .beFinal();
}
