package dev.broadsheet;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;
import tools.jackson.databind.ObjectMapper;

class HouseTest {
    private static final ApplicationModules HOUSE = ApplicationModules.of("dev.broadsheet");
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.broadsheet");

    /** Leases are agreed on between machines and need the real time, whatever a test's clock says. */
    private static final Set<String> WITH_CLOCKS_OF_THEIR_OWN = Set.of("dev.broadsheet.database.Claims");

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

    @Test
    void onlyTheProgramAsksTheSystemForTheTimeAndTheZone() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.broadsheet.program")
                .and(not(named(WITH_CLOCKS_OF_THEIR_OWN)))
                .should()
                .accessTargetWhere(asksTheSystem())
                .because("everything else is handed a clock, so that tests can set it and days are those of one zone")
                .check(CLASSES);
    }

    @Test
    void jsonIsReadAndWrittenByTheSharedMappers() {
        noClasses()
                .that(not(named(Set.of("dev.broadsheet.installation.Json"))))
                .should()
                .accessTargetWhere(makes(
                        "a JSON mapper",
                        call -> call.getTargetOwner().isAssignableTo(ObjectMapper.class)
                                && Set.of("builder", "shared", "<init>").contains(call.getName())))
                .check(CLASSES);
    }

    @Test
    void digestsAreMadeInOnePlace() {
        noClasses()
                .that(not(named(Set.of("dev.broadsheet.installation.Digest"))))
                .should()
                .accessTargetWhere(makes(
                        "a digest",
                        call -> call.getTargetOwner().isEquivalentTo(MessageDigest.class)
                                && call.getName().equals("getInstance")))
                .check(CLASSES);
    }

    private static DescribedPredicate<JavaAccess<?>> asksTheSystem() {
        return makes("the system's time or zone", call -> {
            String owner = call.getTargetOwner().getName();
            String name = call.getName();
            return switch (owner) {
                case "java.time.Clock", "java.time.InstantSource" -> name.startsWith("system");
                case "java.lang.System" -> name.equals("currentTimeMillis");
                case "java.time.ZoneId" -> name.equals("systemDefault");
                case "java.util.TimeZone" -> name.equals("getDefault");
                case "java.util.Date" -> isCall(call, "<init>", List.of());
                default ->
                    owner.startsWith("java.time.")
                            && (isCall(call, "now", List.of()) || isCall(call, "now", List.of("java.time.ZoneId")));
            };
        });
    }

    private static boolean isCall(JavaAccess<?> access, String name, List<String> parameters) {
        return access.getTarget() instanceof AccessTarget.CodeUnitAccessTarget target
                && target.getName().equals(name)
                && target.getRawParameterTypes().stream()
                        .map(JavaClass::getName)
                        .toList()
                        .equals(parameters);
    }

    private static DescribedPredicate<JavaAccess<?>> makes(String what, Predicate<JavaAccess<?>> test) {
        return DescribedPredicate.describe(what, test);
    }

    private static DescribedPredicate<JavaClass> named(Set<String> names) {
        return DescribedPredicate.describe("named " + names, type -> names.contains(type.getName()));
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
