package jp.todoke.benefits;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.properties.HasName;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.apache.ibatis.annotations.Mapper;
import org.springframework.web.bind.annotation.RestController;

@AnalyzeClasses(packages = "jp.todoke.benefits", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final int MOST_PARAMETERS = 7;

    @ArchTest
    static final ArchRule features = layeredArchitecture().consideringOnlyDependenciesInAnyPackage("jp.todoke.benefits..")
            .layer("law").definedBy("jp.todoke.benefits.law..", "jp.todoke.benefits.programmes..")
            .layer("ground").definedBy(
                    "jp.todoke.benefits.identifiers..", "jp.todoke.benefits.calendar..",
                    "jp.todoke.benefits.audit..", "jp.todoke.benefits.taxes..", "jp.todoke.benefits.evidence..")
            .layer("people").definedBy("jp.todoke.benefits.people..")
            .layer("linkage").definedBy("jp.todoke.benefits.linkage..")
            .layer("cases").definedBy("jp.todoke.benefits.cases..")
            .layer("outcome").definedBy(
                    "jp.todoke.benefits.payments..", "jp.todoke.benefits.notices..", "jp.todoke.benefits.zengin..",
                    "jp.todoke.benefits.municipality..")
            .layer("simulations").definedBy("jp.todoke.benefits.simulations..")
            .layer("start").definedBy("jp.todoke.benefits")
            .whereLayer("law").mayOnlyBeAccessedByLayers("cases", "outcome", "simulations", "start")
            .whereLayer("people").mayOnlyBeAccessedByLayers("cases", "outcome")
            .whereLayer("linkage").mayOnlyBeAccessedByLayers("cases")
            .whereLayer("cases").mayOnlyBeAccessedByLayers("outcome", "start")
            .whereLayer("outcome").mayNotBeAccessedByAnyLayer()
            .whereLayer("simulations").mayNotBeAccessedByAnyLayer();

    /** Cases, payments and letters know a programme's law through one class each. */
    @ArchTest
    static final ArchRule programmesAreEnteredByOneDoor = noClasses().that()
            .resideInAnyPackage("jp.todoke.benefits.cases..", "jp.todoke.benefits.payments..", "jp.todoke.benefits.notices..")
            .and().haveNameNotMatching(".*\\.cases\\.Child(Allowance|Rearing)Entitlement")
            .and().haveNameNotMatching(".*\\.notices\\.ChildAllowanceCertification")
            .should().dependOnClassesThat().resideInAPackage("jp.todoke.benefits.programmes..");

    @ArchTest
    static final ArchRule noCircles = slices().matching("jp.todoke.benefits.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule caseworkKnowsNoHttp = noClasses().that().resideInAnyPackage("jp.todoke.benefits..").should().dependOnClassesThat(
            resideInAnyPackage("org.apache.camel..", "org.springframework.web.client..", "java.net.http.."));

    @ArchTest
    static final ArchRule mappersStayInTheirPackage = classes().that().areAnnotatedWith(Mapper.class).should().bePackagePrivate()
            .andShould().beInterfaces();

    @ArchTest
    static final ArchRule sqlStandsInXmlOnly = noMethods().should().beAnnotatedWith("org.apache.ibatis.annotations.Select").orShould()
            .beAnnotatedWith(
                    "org.apache.ibatis.annotations.Insert")
            .orShould().beAnnotatedWith("org.apache.ibatis.annotations.Update").orShould().beAnnotatedWith(
                    "org.apache.ibatis.annotations.Delete");

    /** The contract's interfaces carry path and scope: a controller without one would be an operation that no contract guards. */
    @ArchTest
    static final ArchRule everyControllerImplementsTheContract = classes().that().areAnnotatedWith(RestController.class)
            .should(new ArchCondition<>("implement a generated interface and add no mapping") {
                @Override
                public void check(JavaClass controller, ConditionEvents events) {
                    boolean generated = controller.getRawInterfaces().stream()
                            .anyMatch(one -> one.getPackageName().matches("jp\\.todoke\\.api\\.(benefits|simulations)\\.api"));
                    boolean ownMapping = controller.getMethods().stream()
                            .anyMatch(method -> method.getAnnotations().stream()
                                    .anyMatch(annotation -> annotation.getRawType().getPackageName()
                                            .equals("org.springframework.web.bind.annotation")));
                    events.add(new SimpleConditionEvent(controller, generated && !ownMapping, controller.getName()));
                }
            });

    /** Time comes from the injected clock and the business date. */
    @ArchTest
    static final ArchRule nobodyAsksTheSystemClock = noClasses().should().callMethodWhere(
            JavaCall.Predicates.target(HasName.Predicates.name("now"))
                    .and(JavaCall.Predicates.target(com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner(
                            resideInAnyPackage("java.time..")))));

    @ArchTest
    static final ArchRule noFloatingPoint = classes().should(new ArchCondition<>("have no field of type double or float") {
        @Override
        public void check(JavaClass item, ConditionEvents events) {
            item.getFields().stream()
                    .filter(field -> field.getRawType().isEquivalentTo(double.class) || field.getRawType().isEquivalentTo(float.class))
                    .forEach(field -> events.add(SimpleConditionEvent.violated(field, field.getFullName())));
        }
    });

    /** Records carry data; whoever works with more than seven others does more than one thing. */
    @ArchTest
    static final ArchRule constructorsStaySmall = classes().that().areNotRecords().and().areNotEnums().should(
            new ArchCondition<>("have constructors of at most seven parameters") {
                @Override
                public void check(JavaClass item, ConditionEvents events) {
                    item.getConstructors().stream()
                            .filter(constructor -> constructor.getRawParameterTypes().size() > MOST_PARAMETERS)
                            .forEach(constructor -> events.add(SimpleConditionEvent.violated(constructor, constructor.getFullName())));
                }
            });

    @ArchTest
    static final ArchRule namesSayWhatThingsDo = noClasses().should().haveSimpleNameEndingWith("Impl").orShould()
            .haveSimpleNameEndingWith("Manager").orShould().resideInAnyPackage(
                    "..common..", "..core..", "..base..", "..util..", "..utils..", "..helper..", "..helpers..", "..misc..", "..shared..");

    @ArchTest
    static final ArchRule recordsOfRowsStayInside = classes().that().haveSimpleNameEndingWith("Row").and().areMemberClasses()
            .and().resideOutsideOfPackage("jp.todoke.benefits.law..").should(
                    new ArchCondition<>("be members of a package-private mapper") {
                        @Override
                        public void check(JavaClass row, ConditionEvents events) {
                            boolean inside = row.getEnclosingClass().map(owner -> !owner.getModifiers().contains(JavaModifier.PUBLIC))
                                    .orElse(false);
                            events.add(new SimpleConditionEvent(row, inside, row.getName()));
                        }
                    });
}
