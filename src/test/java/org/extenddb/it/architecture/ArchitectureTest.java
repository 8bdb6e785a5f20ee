package org.extenddb.it.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.security.MessageDigest;
import java.util.Arrays;

/** Layering and house rules, each named in docs/invariants.md. */
@AnalyzeClasses(locations = ProductClasses.class)
class ArchitectureTest {
    private static final String CORE = "org.extenddb.core..";
    private static final String JPA = "org.extenddb.storage.jpa..";

    @ArchTest
    static final ArchRule core_knowsNoServerAndNoDatabase = noClasses()
            .that()
            .resideInAPackage(CORE)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta..", "org.hibernate..", "java.sql..", "javax.sql..", "org.postgresql..")
            .because("core is a pure function of its input");

    @ArchTest
    static final ArchRule core_knowsNoOtherLayer = noClasses()
            .that()
            .resideInAPackage(CORE)
            .should()
            .dependOnClassesThat(inLayersAboveCore())
            .because("dependencies point from the edge to the core");

    @ArchTest
    static final ArchRule engine_knowsStorageByItsInterfaceAlone = noClasses()
            .that()
            .resideInAnyPackage(
                    "org.extenddb.engine..", "org.extenddb.auth..", "org.extenddb.iam..", "org.extenddb.admin..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(JPA, "jakarta.persistence..", "org.hibernate..")
            .because("a further back-end is a new package, not a change");

    @ArchTest
    static final ArchRule services_knowNoEdge = noClasses()
            .that()
            .resideOutsideOfPackages("org.extenddb.web..", "org.extenddb.console..", "org.extenddb.cli..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.extenddb.web..", "org.extenddb.console..", "org.extenddb.cli..")
            .orShould()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.faces..", "jakarta.servlet..")
            .because("the protocol edges may change without the services")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule edges_knowNoStorage = noClasses()
            .that()
            .resideInAnyPackage("org.extenddb.web..", "org.extenddb.console..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.extenddb.storage..", "jakarta.persistence..", "java.sql..", "javax.sql..")
            .because("console and REST are clients of the services: there is no second data path");

    @ArchTest
    static final ArchRule entities_stayInJpa = classes()
            .that()
            .areAnnotatedWith("jakarta.persistence.Entity")
            .should()
            .onlyBeAccessed()
            .byAnyPackage(JPA)
            .because("an entity outside its transaction is a wrong answer waiting")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule packages_haveNoCycles =
            slices().matching("org.extenddb.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule injection_isByConstructor = noFields()
            .should()
            .beAnnotatedWith("jakarta.inject.Inject")
            .because("what a class needs is in its constructor");

    @ArchTest
    static final ArchRule names_sayWhatAClassIs = noClasses()
            .should()
            .haveSimpleNameEndingWith("Utils")
            .orShould()
            .haveSimpleNameEndingWith("Util")
            .orShould()
            .haveSimpleNameEndingWith("Manager")
            .orShould()
            .haveSimpleNameEndingWith("Helper");

    @ArchTest
    static final ArchRule secrets_areComparedInConstantTime = noClasses()
            .that()
            .resideInAnyPackage("org.extenddb.core.sigv4..", "org.extenddb.auth.signin..")
            .should()
            .callMethod(Arrays.class, "equals", byte[].class, byte[].class)
            .because("the time of a comparison that ends early tells how much was right");

    @ArchTest
    static final ArchRule signatures_areComparedInConstantTime = classes()
            .that()
            .haveFullyQualifiedName("org.extenddb.core.sigv4.SignedRequest")
            .or()
            .haveFullyQualifiedName("org.extenddb.auth.KeyedHash")
            .should()
            .callMethod(MessageDigest.class, "isEqual", byte[].class, byte[].class);

    @ArchTest
    static final ArchRule operations_doNotCallOperations = noClasses()
            .that(areOperations())
            .should(dependOnAnotherOperation())
            .because("what two operations share is a class of its own")
            .allowEmptyShould(true);

    private static ArchCondition<JavaClass> dependOnAnotherOperation() {
        return new ArchCondition<>("depend on another operation") {
            @Override
            public void check(JavaClass operation, ConditionEvents events) {
                operation.getDirectDependenciesFromSelf().stream()
                        .filter(it -> areOperations().test(it.getTargetClass()))
                        .filter(it -> !it.getTargetClass().equals(operation))
                        .forEach(it -> events.add(SimpleConditionEvent.satisfied(operation, it.getDescription())));
            }
        };
    }

    private static DescribedPredicate<JavaClass> areOperations() {
        return new DescribedPredicate<>("are operations") {
            @Override
            public boolean test(JavaClass type) {
                return !type.getModifiers().contains(JavaModifier.ABSTRACT)
                        && type.isAssignableTo("org.extenddb.engine.Operation");
            }
        };
    }

    private static DescribedPredicate<JavaClass> inLayersAboveCore() {
        return new DescribedPredicate<>("reside in a layer above core") {
            @Override
            public boolean test(JavaClass type) {
                return type.getPackageName().startsWith("org.extenddb.")
                        && !type.getPackageName().startsWith("org.extenddb.core");
            }
        };
    }
}
