package jp.todoke.benefits;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The law stays plain: no framework, no clock, no floating point, no amount or age in the code, one door per programme. */
class PurityTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("jp.todoke.benefits.law", "jp.todoke.benefits.programmes");
    private static final Path SOURCES = Path.of("src/main/java");

    @Test
    void knowsNoFrameworkNoDatabaseNoNetworkAndNoClock() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.springframework..", "org.mybatis..", "org.apache.ibatis..", "com.fasterxml..", "tools.jackson..",
                        "java.sql..", "javax.sql..", "java.net..", "jakarta..")
                .orShould()
                .dependOnClassesThat()
                .belongToAnyOf(java.time.Clock.class, java.util.Date.class, java.util.Calendar.class)
                .check(CLASSES);
    }

    @Test
    void neverAsksForTheTime() {
        noClasses().should().callMethodWhere(describe("now or currentTimeMillis",
                call -> Set.of("now", "currentTimeMillis", "nanoTime").contains(call.getTarget().getName()))).check(CLASSES);
    }

    @Test
    void onlyTheParameterFileKnowsYaml() {
        noClasses().that().doNotHaveSimpleName("ParameterFile").should().dependOnClassesThat().resideInAnyPackage("org.snakeyaml..")
                .check(CLASSES);
    }

    @Test
    void theKernelKnowsNoProgramme() {
        noClasses().that().resideInAPackage("jp.todoke.benefits.law..").should().dependOnClassesThat()
                .resideInAPackage("jp.todoke.benefits.programmes..").check(CLASSES);
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            programme,      visible
            childallowance, ChildAllowance ChildAllowanceFacts ChildAllowanceReason Priority PriorityStanding UnpaidShare
            """)
    void aProgrammeShowsItsDoorItsFactsAndItsReasons(String programme, String names) {
        Set<String> visible = CLASSES.stream()
                .filter(type -> type.getPackageName().endsWith("." + programme) && !type.getSimpleName().equals("package-info"))
                .filter(type -> type.isTopLevelClass() && type.getModifiers().contains(JavaModifier.PUBLIC))
                .map(JavaClass::getSimpleName)
                .collect(Collectors.toSet());

        assertEquals(Set.of(names.split(" ")), visible);
    }

    @Test
    void programmesDoNotKnowEachOther() {
        SlicesRuleDefinition.slices().matching("jp.todoke.benefits.programmes.(*)..").should().notDependOnEachOther().check(CLASSES);
    }

    @Test
    void recordsAndFinalClassesOnly() {
        classes().that().areTopLevelClasses().and().areNotInterfaces().and().areNotEnums().should().haveModifier(JavaModifier.FINAL)
                .check(CLASSES);
    }

    @Test
    void noFloatingPointAnywhere() throws IOException {
        for (Path file : javaFiles(SOURCES)) {
            assertFalse(Pattern.compile("\\b(double|float|Double|Float)\\b|\\d\\.\\d").matcher(code(file)).find(), file.toString());
        }
    }

    @Test
    void amountsAgesAndDaysStandInTheParametersNotInTheRules() throws IOException {
        for (Path file : javaFiles(SOURCES.resolve("jp/todoke/benefits/programmes"))) {
            assertFalse(Pattern.compile("\\b([4-9]|\\d[\\d_]+)[lL]?\\b").matcher(code(file)).find(), file.toString());
        }
    }

    @Test
    void filesStayReadable() throws IOException {
        for (Path file : javaFiles(SOURCES)) {
            assertTrue(Files.readAllLines(file).size() <= 300, file.toString());
        }
    }

    private static DescribedPredicate<JavaMethodCall> describe(String words, Predicate<JavaMethodCall> holds) {
        return DescribedPredicate.describe(words, holds);
    }

    private static List<Path> javaFiles(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> found = files.filter(file -> file.toString().endsWith(".java")).toList();
            assertFalse(found.isEmpty());
            return found;
        }
    }

    /** The file without comments and texts. */
    private static String code(Path file) throws IOException {
        return Files.readString(file)
                .replaceAll("(?s)/\\*.*?\\*/", " ")
                .replaceAll("\"(?:[^\"\\\\\\n]|\\\\.)*\"", "\"\"")
                .replaceAll("//[^\\n]*", " ");
    }
}
