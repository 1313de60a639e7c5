package dev.broadsheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

class HouseTest {
    private static final ApplicationModules HOUSE = ApplicationModules.of("dev.broadsheet");
    private static final Path DRAWING = Path.of("..", "docs", "house.md");

    @Test
    void roomsUseOnlyWhatTheyMay() {
        HOUSE.verify();
    }

    @Test
    void theDrawingInTheDocumentationIsOfThisHouse() throws IOException {
        String committed = Files.exists(DRAWING) ? Files.readString(DRAWING) : "";
        String drawn = drawing();
        Files.writeString(DRAWING, drawn);
        assertThat(committed)
                .as("docs/house.md was out of date and has been drawn anew: look at the arrows and commit it")
                .isEqualTo(drawn);
    }

    private static String drawing() {
        Set<String> arrows = new TreeSet<>();
        for (ApplicationModule room : HOUSE) {
            room.getDirectDependencies(HOUSE)
                    .uniqueModules()
                    .forEach(used -> arrows.add("    " + room.getIdentifier() + " --> " + used.getIdentifier()));
        }
        return "# The rooms and who uses whom\n\nDrawn by `HouseTest` from the code; see [architecture](architecture.md).\n\n"
                + "```mermaid\nflowchart TD\n" + String.join("\n", arrows) + "\n```\n";
    }
}
