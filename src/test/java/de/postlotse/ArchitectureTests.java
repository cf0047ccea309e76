package de.postlotse;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.data.repository.Repository;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.stereotype.Component;

/** The layout of the code: which package may use which. */
class ArchitectureTests {

    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackagesOf(Postlotse.class);

    @Test
    void modulesUseOnlyWhatTheyDeclareAndHaveNoCycle() {
        ApplicationModules.of(Postlotse.class).verify();
    }

    @Test
    void nothingButPagesUsesTheWebPackageOfAFeature() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..web..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("de.postlotse.*..web..")
                .check(PRODUCT);
    }

    @Test
    void dnsjavaIsSeenOnlyWhereDnsIsSpoken() {
        noClasses()
                .that()
                .resideOutsideOfPackages("de.postlotse.dns", "de.postlotse.lookup..", "de.postlotse.publishing..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.xbill..")
                .check(PRODUCT);
    }

    @Test
    void repositoriesArePackagePrivate() {
        classes()
                .that()
                .areAssignableTo(Repository.class)
                .should()
                .bePackagePrivate()
                .check(PRODUCT);
    }

    /** That a component is a record saves its constructor; its parts are nobody else's business. */
    @Test
    void noOtherRoomTakesAComponentApart() {
        assertThat(PRODUCT.stream()
                        .filter(code -> code.isRecord() && code.isMetaAnnotatedWith(Component.class))
                        .flatMap(component -> component.getMethodCallsToSelf().stream())
                        .filter(call -> call.getTarget().getRawParameterTypes().isEmpty()
                                && call.getTargetOwner()
                                        .tryGetField(call.getName())
                                        .isPresent())
                        .filter(call -> !call.getOriginOwner()
                                .getPackage()
                                .equals(call.getTargetOwner().getPackage())))
                .isEmpty();
    }

    @Test
    void everyPackageDeclaresItsNullness() {
        assertThat(PRODUCT.stream().map(JavaClass::getPackage).distinct())
                .allSatisfy(code -> assertThat(
                                code.tryGetPackageInfo().filter(info -> info.isAnnotatedWith(NullMarked.class)))
                        .as(code.getName())
                        .isPresent());
    }

    @Test
    void roomsHaveNoCycleAtAnyLevel() {
        slices().matching("de.postlotse.(**)").should().beFreeOfCycles().check(PRODUCT);
    }

    @Test
    void aNameMeansOneThing() throws IOException {
        assertThat(sources(Path.of("src")).map(Path::getFileName).map(Path::toString))
                .filteredOn(name -> !name.equals("package-info.java"))
                .doesNotHaveDuplicates();
    }

    @Test
    void noRoomIsTooFullToSurvey() throws IOException {
        assertThat(sources(Path.of("src")).collect(groupingBy(Path::getParent, counting())))
                .allSatisfy(
                        (room, files) -> assertThat(files).as(room.toString()).isLessThanOrEqualTo(40));
    }

    @Test
    void testsStandBesideWhatTheyTest() throws IOException {
        Path root = Path.of("src/test/java/de/postlotse");
        assertThat(sources(root).filter(file -> root.equals(file.getParent()))).hasSizeLessThanOrEqualTo(25);
    }

    @Test
    void noFileIsTooLongToRead() throws IOException {
        assertThat(sources(Path.of("src/main")))
                .allSatisfy(file ->
                        assertThat(Files.readAllLines(file)).as(file.toString()).hasSizeLessThanOrEqualTo(300));
    }

    private static Stream<Path> sources(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
        }
    }
}
