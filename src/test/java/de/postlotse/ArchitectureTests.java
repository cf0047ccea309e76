package de.postlotse;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.data.repository.Repository;
import org.springframework.modulith.core.ApplicationModules;

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
                .resideInAPackage("de.postlotse.*.web..")
                .check(PRODUCT);
    }

    @Test
    void dnsjavaIsSeenOnlyWhereDnsIsSpoken() {
        noClasses()
                .that()
                .resideOutsideOfPackages("de.postlotse.dns", "de.postlotse.lookup", "de.postlotse.publishing..")
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

    @Test
    void everyPackageDeclaresItsNullness() {
        assertThat(PRODUCT.stream().map(JavaClass::getPackage).distinct())
                .allSatisfy(code -> assertThat(
                                code.tryGetPackageInfo().filter(info -> info.isAnnotatedWith(NullMarked.class)))
                        .as(code.getName())
                        .isPresent());
    }
}
