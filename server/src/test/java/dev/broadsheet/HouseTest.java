package dev.broadsheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;

class HouseTest {
    private static final ApplicationModules HOUSE = ApplicationModules.of("dev.broadsheet");

    @Test
    void roomsUseOnlyWhatTheyMay() {
        HOUSE.verify();
    }

    @Test
    void theHouseCanBeDrawn() {
        Path folder = Path.of("target", "house");
        new Documenter(HOUSE, Documenter.Options.defaults().withOutputFolder(folder.toString()))
                .writeModulesAsPlantUml()
                .writeIndividualModulesAsPlantUml();
        assertThat(folder.resolve("components.puml")).content().contains("Paper", "Search", "Web");
    }
}
