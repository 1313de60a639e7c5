package dev.broadsheet.search;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class SearchLayersTest {
    private static final JavaClasses ROOM = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.broadsheet.search");

    @Test
    void itsPackagesUseOneAnotherInOneDirection() {
        slices().matching("dev.broadsheet.search.(**)")
                .should()
                .beFreeOfCycles()
                .check(ROOM);
    }

    @Test
    void noneOfThemUsesTheRoomsFace() {
        noClasses()
                .that()
                .resideInAPackage("dev.broadsheet.search.*..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.broadsheet.search")
                .check(ROOM);
    }

    @Test
    void onlyTheFaceKnowsWhichEngineItIs() {
        noClasses()
                .that()
                .resideInAnyPackage("dev.broadsheet.search.*..")
                .and()
                .resideOutsideOfPackages("dev.broadsheet.search.lucene", "dev.broadsheet.search.nearest")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.broadsheet.search.lucene", "dev.broadsheet.search.nearest")
                .check(ROOM);
    }
}
