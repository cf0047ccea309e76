package de.postlotse.documents;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import de.postlotse.Postlotse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.event.EventListener;
import org.springframework.modulith.ApplicationModule;
import org.springframework.modulith.NamedInterface;

/** The plan and the ways in architecture.md, compared with the code. */
class ArchitectureDocumentTests {

    private static final MarkdownFile ARCHITECTURE = new MarkdownFile(Path.of("src/docs/architecture.md"));
    private static final Pattern ROOM = Pattern.compile("( {4}| {6})([a-z]+)( \\*)? {2,}\\S.*");
    private static final Pattern STATION = Pattern.compile("\\d+\\. \\[\\w+]\\(\\.\\./main/java/([\\w/]+)\\.java\\).*");

    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackagesOf(Postlotse.class);

    /** A line of the plan. A room of a wing has the wing's name before its own. */
    private record Room(String name, boolean isWing, boolean isOpen) {

        JavaPackage code() {
            return PRODUCT.getPackage("de.postlotse." + name);
        }
    }

    @Test
    void thePlanHasEveryRoomThereIs() {
        List<String> rooms = PRODUCT.stream()
                .map(JavaClass::getPackageName)
                .distinct()
                .filter(name -> name.startsWith("de.postlotse.")
                        && !name.matches("de\\.postlotse\\.\\w+(\\..+)?\\.web(\\..+)?"))
                .map(name -> name.substring("de.postlotse.".length()))
                .toList();

        // A wing whose rooms hold everything has no file of its own
        assertThat(plan()).extracting(Room::name).containsAll(rooms).doesNotHaveDuplicates();
        assertThat(plan())
                .allSatisfy(room -> assertThat(PRODUCT.containPackage("de.postlotse." + room.name()))
                        .as(room.name())
                        .isTrue());
    }

    @Test
    void aWingUsesOnlyWingsAboveIt() {
        Set<String> above = new HashSet<>();
        plan().stream().filter(Room::isWing).forEach(wing -> {
            String[] allowed =
                    wing.code().getAnnotationOfType(ApplicationModule.class).allowedDependencies();
            assertThat(above).as(wing.name()).containsAll(wings(allowed));
            above.add(wing.name());
        });
    }

    @Test
    void theRoomsThatOtherWingsUseAreMarked() {
        assertThat(plan())
                .filteredOn(room -> !room.isWing())
                .allSatisfy(room -> assertThat(room.isOpen())
                        .as(room.name())
                        .isEqualTo(room.code().isAnnotatedWith(NamedInterface.class)));
    }

    /** Each file of a way is entered from one before it, or by an event that one before it has sent. */
    @ParameterizedTest
    @CsvSource({"From the form to the commit, 12", "From the commit to the wire, 8", "Through the API to the commit, 12"
    })
    void aWayIsAsShortAsItSaysAndEachFileLeadsToTheNext(String heading, int atMost) {
        List<JavaClass> way = way(heading);

        assertThat(way).hasSizeBetween(2, atMost);
        for (int n = 1; n < way.size(); n++) {
            JavaClass entered = way.get(n);
            assertThat(way.subList(0, n))
                    .as(entered.getSimpleName())
                    .anySatisfy(before -> assertThat(leads(before, entered)).isTrue());
        }
    }

    private static List<JavaClass> way(String heading) {
        return ARCHITECTURE.below(heading).stream()
                .map(STATION::matcher)
                .filter(Matcher::matches)
                .map(station -> PRODUCT.get(station.group(1).replace('/', '.')))
                .toList();
    }

    private static boolean leads(JavaClass before, JavaClass entered) {
        Set<JavaClass> known = new HashSet<>();
        before.getDirectDependenciesFromSelf()
                .forEach(dependency -> known.add(dependency.getTargetClass().getBaseComponentType()));
        return known.contains(entered)
                || entered.getAllRawInterfaces().stream().anyMatch(known::contains)
                || entered.getMethods().stream()
                        .filter(method -> method.isAnnotatedWith(EventListener.class))
                        .flatMap(method -> method.getRawParameterTypes().stream())
                        .anyMatch(known::contains);
    }

    private static List<Room> plan() {
        List<Room> rooms = new ArrayList<>();
        String wing = "";
        for (String line : ARCHITECTURE.below("The plan")) {
            Matcher room = ROOM.matcher(line);
            if (room.matches()) {
                boolean isWing = room.group(1).length() == 4;
                wing = isWing ? room.group(2) : wing;
                rooms.add(new Room(isWing ? wing : wing + "." + room.group(2), isWing, room.group(3) != null));
            }
        }
        return rooms;
    }

    /** The wings of what may be used, a room of a wing being written {@code wing::room}. */
    private static List<String> wings(String[] allowed) {
        return Arrays.stream(allowed)
                .map(name -> name.replaceFirst("\\s*::.*", ""))
                .distinct()
                .toList();
    }
}
