package dev.dmt;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.jspecify.annotations.NullMarked;

@AnalyzeClasses(packages = "dev.dmt", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule arrows_go_down_only = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .withOptionalLayers(true)
            .layer("entry")
            .definedBy("dev.dmt")
            .layer("cli")
            .definedBy("dev.dmt.cli..")
            .layer("step")
            .definedBy("dev.dmt.step..")
            .layer("transfer")
            .definedBy("dev.dmt.transfer..")
            .layer("validate")
            .definedBy("dev.dmt.validate..")
            .layer("zero")
            .definedBy("dev.dmt.zero..")
            .layer("plan")
            .definedBy("dev.dmt.plan..")
            .layer("checkpoint")
            .definedBy("dev.dmt.checkpoint..")
            .layer("engine")
            .definedBy("dev.dmt.engine..")
            .layer("config")
            .definedBy("dev.dmt.config..")
            .layer("report")
            .definedBy("dev.dmt.report..")
            .layer("schema")
            .definedBy("dev.dmt.schema..")
            .layer("attempt")
            .definedBy("dev.dmt.attempt..")
            .layer("storage")
            .definedBy("dev.dmt.storage..")
            .layer("failpoint")
            .definedBy("dev.dmt.failpoint..")
            .layer("error")
            .definedBy("dev.dmt.error..")
            .whereLayer("entry")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("cli")
            .mayOnlyBeAccessedByLayers("entry")
            .whereLayer("step")
            .mayOnlyBeAccessedByLayers("cli")
            .whereLayer("transfer")
            .mayOnlyBeAccessedByLayers("step")
            .whereLayer("validate")
            .mayOnlyBeAccessedByLayers("step")
            .whereLayer("zero")
            .mayOnlyBeAccessedByLayers("step")
            .whereLayer("plan")
            .mayOnlyBeAccessedByLayers("step", "transfer", "validate", "zero")
            .whereLayer("checkpoint")
            .mayOnlyBeAccessedByLayers("step", "transfer", "validate", "plan")
            .whereLayer("engine")
            .mayOnlyBeAccessedByLayers("cli", "step", "transfer", "validate", "plan", "zero");

    @ArchTest
    static final ArchRule the_lowest_rooms_import_nothing_of_ours = noClasses()
            .that()
            .resideInAnyPackage(
                    "dev.dmt.schema..",
                    "dev.dmt.error..",
                    "dev.dmt.failpoint..",
                    "dev.dmt.attempt..",
                    "dev.dmt.storage..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "dev.dmt.cli..",
                    "dev.dmt.step..",
                    "dev.dmt.transfer..",
                    "dev.dmt.validate..",
                    "dev.dmt.zero..",
                    "dev.dmt.plan..",
                    "dev.dmt.checkpoint..",
                    "dev.dmt.engine..",
                    "dev.dmt.config..",
                    "dev.dmt.report..");

    @ArchTest
    static final ArchRule engines_never_import_each_other = slices().matching("dev.dmt.engine.(*)..")
            .should()
            .notDependOnEachOther()
            .ignoreDependency(
                    JavaClass.Predicates.resideInAPackage("dev.dmt.engine.."),
                    JavaClass.Predicates.resideInAnyPackage(
                            "dev.dmt.engine.jdbc..", "dev.dmt.engine.expression..", "dev.dmt.engine.rows.."));

    @ArchTest
    static final ArchRule what_engines_share_imports_no_engine = noClasses()
            .that()
            .resideInAnyPackage("dev.dmt.engine.jdbc..", "dev.dmt.engine.expression..", "dev.dmt.engine.rows..")
            .should()
            .dependOnClassesThat(JavaClass.Predicates.resideInAPackage("dev.dmt.engine.*..")
                    .and(DescribedPredicate.not(JavaClass.Predicates.resideInAnyPackage(
                            "dev.dmt.engine.jdbc..", "dev.dmt.engine.expression..", "dev.dmt.engine.rows.."))));

    @ArchTest
    static final ArchRule rooms_have_no_cycles =
            slices().matching("dev.dmt.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule only_engines_names_an_engines_package = noClasses()
            .that()
            .resideOutsideOfPackages("dev.dmt.engine.*..")
            .and()
            .doNotHaveFullyQualifiedName("dev.dmt.engine.Engines")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.dmt.engine.*..");

    /** JDBC is how some engines are spoken to; what leaves them is a DmtException. */
    @ArchTest
    static final ArchRule sql_exceptions_stay_in_engines = noClasses()
            .that()
            .resideOutsideOfPackage("dev.dmt.engine..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("java.sql..");

    @ArchTest
    static final ArchRule no_class_is_named_for_nothing =
            noClasses().should().haveNameMatching(".*(Util|Utils|Helper|Helpers|Manager|Impl|Base|Abstract\\w+)");

    @ArchTest
    static final ArchRule every_package_is_null_marked = classes()
            .should(new ArchCondition<>("live in a package that is @NullMarked") {
                @Override
                public void check(JavaClass item, ConditionEvents events) {
                    boolean marked = item.getPackage().isAnnotatedWith(NullMarked.class);
                    events.add(new SimpleConditionEvent(item, marked, item.getPackageName() + " is not @NullMarked"));
                }
            });

    @ArchTest
    static final ArchRule picocli_stays_in_cli = noClasses()
            .that()
            .resideOutsideOfPackages("dev.dmt.cli..", "dev.dmt")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("picocli..");

    @ArchTest
    static final ArchRule the_console_belongs_to_cli = noClasses()
            .that()
            .resideOutsideOfPackages("dev.dmt.cli..", "dev.dmt")
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .orShould()
            .callMethod(System.class, "exit", int.class);
}
