package dev.broadsheet.source;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import org.junit.jupiter.api.Test;

class SourceFoldersTest {
    @Test
    void noFolderUsesAnotherThatUsesIt() {
        SlicesRuleDefinition.slices()
                .matching("dev.broadsheet.(**)")
                .should()
                .beFreeOfCycles()
                .check(new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("dev.broadsheet.source"));
    }
}
