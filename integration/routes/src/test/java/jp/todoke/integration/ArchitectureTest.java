package jp.todoke.integration;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.properties.HasName;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.builder.RouteConfigurationBuilder;
import org.apache.ibatis.annotations.Mapper;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final JavaClasses OURS = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("jp.todoke.integration");

    private static void holds(ArchRule rule) {
        rule.check(OURS);
    }

    @Test
    void knowsNoBenefitRule() {
        holds(noClasses().should().dependOnClassesThat().resideInAnyPackage("jp.todoke.benefits..", "jp.todoke.doubles.."));
    }

    @Test
    void theQuestionsKnowNoPeer() {
        holds(noClasses().that().resideInAnyPackage("..inquiry..", "..evidence..", "..records..", "..intake..").should()
                .dependOnClassesThat()
                .resideInAnyPackage("jp.todoke.peers..", "jp.todoke.integration.peers.."));
    }

    @Test
    void eachPeerStandsAlone() {
        List<String> peers = List.of("atena", "bank", "chukan", "juki", "togo");
        for (String peer : peers) {
            String[] others = peers.stream().filter(other -> !other.equals(peer))
                    .flatMap(other -> Stream.of("..integration.peers." + other + "..", "jp.todoke.peers." + other + ".."))
                    .toArray(String[]::new);
            holds(noClasses().that().resideInAPackage("..integration.peers." + peer + "..").should().dependOnClassesThat()
                    .resideInAnyPackage(others));
        }
    }

    @Test
    void routesDecideNothingAndHoldNoState() {
        for (String forbidden : new String[]{"choice", "process", "setProperty", "setHeader", "filter", "doTry", "loop"}) {
            holds(noRouteCalls(forbidden));
        }
        assertThatThrownBy(() -> holds(noRouteCalls("bean"))).as("the rule sees the calls of routes").isInstanceOf(AssertionError.class);
        holds(noClasses().that().areAssignableTo(RouteBuilder.class).should().dependOnClassesThat().areAssignableTo(Exchange.class));
        holds(classes().that().areAssignableTo(RouteBuilder.class).and().areNotAssignableTo(RouteConfigurationBuilder.class).should()
                .haveSimpleNameEndingWith("Route").andShould().notBePublic().andShould().haveOnlyFinalFields());
    }

    private static ArchRule noRouteCalls(String method) {
        return noClasses().that().areAssignableTo(RouteBuilder.class).should()
                .callMethodWhere(JavaCall.Predicates.target(HasName.Predicates.name(method)));
    }

    @Test
    void mappersDoNotLeaveTheirPackage() {
        holds(classes().that().areAnnotatedWith(Mapper.class).or().haveSimpleNameEndingWith("ClaimMapper").should().beInterfaces()
                .andShould()
                .notHaveModifier(JavaModifier.PUBLIC));
    }

    @Test
    void askTheClockAndNotTheSystem() {
        holds(noClasses().should().callMethod(System.class, "currentTimeMillis").orShould().callMethod(java.time.Instant.class, "now")
                .orShould()
                .callMethod(java.time.LocalDate.class, "now").orShould().callMethod(java.time.OffsetDateTime.class, "now").orShould()
                .callMethod(java.time.ZonedDateTime.class, "now"));
    }
}
