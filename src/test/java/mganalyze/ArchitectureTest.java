package mganalyze;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.domain.properties.HasName;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The rooms of the house, and that a room uses only those below it. */
class ArchitectureTest {
  /** Top to bottom. */
  private static final List<String> ROOMS =
      List.of(
          "cli",
          "cases",
          "report",
          "diagnosis",
          "runbook",
          "oc",
          "shell",
          "monitoring",
          "gather",
          "jsonpath",
          "yaml",
          "archive",
          "finding");

  private final JavaClasses classes =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("mganalyze");

  @Test
  void roomsUseOnlyRoomsBelowThem() {
    LayeredArchitecture house = layeredArchitecture().consideringOnlyDependenciesInLayers();
    for (String room : ROOMS) {
      house = house.layer(room).definedBy("mganalyze." + room + "..");
    }
    List<String> above = new ArrayList<>();
    for (String room : ROOMS) {
      house =
          above.isEmpty()
              ? house.whereLayer(room).mayNotBeAccessedByAnyLayer()
              : house.whereLayer(room).mayOnlyBeAccessedByLayers(above.toArray(new String[0]));
      above.add(room);
    }
    house.check(classes);
  }

  @Test
  void everyPackageBelongsToARoom() {
    TreeSet<String> rooms = new TreeSet<>();
    for (JavaPackage room : classes.getPackage("mganalyze").getSubpackages()) {
      rooms.add(room.getRelativeName());
    }
    assertEquals(new TreeSet<>(ROOMS), rooms);
  }

  /** The common pool is for work that never waits; a runbook's steps wait for their commands. */
  @Test
  void onlyReadingIsSpreadOverTheCommonPool() {
    ArchRuleDefinition.noClasses()
        .that()
        .resideOutsideOfPackage("mganalyze.gather..")
        .and()
        .haveSimpleNameNotContaining("LogScan")
        .should()
        .callMethodWhere(
            JavaCall.Predicates.target(HasName.Predicates.nameMatching("parallel(Stream)?")))
        .check(classes);
  }

  @Test
  void nothingCallsTheNetworkOrOtherPrograms() {
    ArchRuleDefinition.noClasses()
        .should()
        .dependOnClassesThat(resideInAPackage("java.net.http.."))
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.net.Socket")
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.lang.ProcessBuilder")
        .check(classes);
  }
}
