package mganalyze.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import mganalyze.TestCases;
import mganalyze.diagnosis.Workers;
import mganalyze.runbook.Check;
import mganalyze.runbook.CheckProgram.ProgramFault;
import mganalyze.runbook.PreludeCase;
import mganalyze.runbook.Runbook;
import mganalyze.runbook.Runbooks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Turns over each comparison in the jq of all checks and of the prelude, one at a time, and wants a
 * case to fail: {@code mvn test -Dtest=MutationTest -Dmutations}, which takes minutes. With {@code
 * -Dmutations=REGEX} only the places that match are changed ({@code CDINotReady: not-ready}, {@code
 * prelude: podUp}). Survivors are printed. Those that change nothing that a case could see stand in
 * {@code testdata/cases/equivalent-mutants.yaml} with the reason.
 */
@EnabledIfSystemProperty(named = "mutations", matches = ".*")
class MutationTest {
  private static final String PRELUDE = "prelude: ";

  private final Set<Site> alive = ConcurrentHashMap.newKeySet();
  private final Set<String> places = new TreeSet<>();
  private int made;
  private SharedFunctions functions;

  /** A mutant and where it lives: a check of a runbook or a function of the prelude. */
  private record Site(String place, Mutant mutant) {
    String name() {
      return place + ": " + mutant.name();
    }

    boolean isShared() {
      return place.startsWith(PRELUDE);
    }

    String function() {
      return place.substring(PRELUDE.length());
    }
  }

  @Test
  void eachIsNoticedByACase() throws Exception {
    CaseSuite suite = CaseSuite.read(List.of(Path.of("testdata", "runbooks")), Runbooks.builtIn());
    assertEquals(List.of(), suite.mistakes());
    functions = SharedFunctions.read(Path.of("runbooks", "prelude.jq"));
    functions.all().forEach((name, text) -> add(PRELUDE + name, text));
    Map<String, List<Case>> byRunbook = new TreeMap<>();
    for (Case one : suite.cases()) {
      byRunbook.computeIfAbsent(one.runbook().name(), k -> new ArrayList<>()).add(one);
    }
    byRunbook.values().forEach(cases -> addChecks(cases.get(0).runbook()));
    tryPrelude();
    Workers.map(byRunbook.values(), this::tryRunbook);
    report();
  }

  private void add(String place, String program) {
    String wanted = System.getProperty("mutations");
    if (wanted.equals("true") || wanted.isEmpty() || place.matches(".*(" + wanted + ").*")) {
      List<Mutant> mutants = Mutant.of(program);
      places.add(place);
      made += mutants.size();
      mutants.forEach(mutant -> alive.add(new Site(place, mutant)));
    }
  }

  private void addChecks(Runbook runbook) {
    runbook.checks().forEach(check -> add(place(runbook, check), check.jq()));
  }

  private static String place(Runbook runbook, Check check) {
    return runbook.name() + ": " + check.id();
  }

  /** The cases of the prelude itself. */
  private void tryPrelude() throws IOException {
    List<PreludeCase> cases = PreludeCase.all();
    for (Site site : List.copyOf(alive)) {
      if (site.isShared() && cases.stream().anyMatch(one -> isNoticed(one, site))) {
        alive.remove(site);
      }
    }
  }

  private boolean isNoticed(PreludeCase one, Site site) {
    if (!functions.uses(one.program(), site.function())) {
      return false;
    }
    try {
      String form = functions.withForm(one.program(), site.function(), site.mutant().program());
      return !one.run(form).equals(one.out());
    } catch (ProgramFault e) {
      return true;
    }
  }

  private boolean tryRunbook(List<Case> cases) {
    Runbook runbook = cases.get(0).runbook();
    List<OpenedGather> opened = new ArrayList<>();
    try {
      for (Case one : cases) {
        opened.add(OpenedGather.of(one.tree()));
      }
      assertFalse(isNoticed(cases, opened, runbook), runbook.name() + ": a case fails as it is");
      for (Site site : List.copyOf(alive)) {
        Optional<Runbook> form = form(runbook, site);
        if (form.isPresent() && isNoticed(cases, opened, form.get())) {
          alive.remove(site);
        }
      }
      for (OpenedGather one : opened) {
        one.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (EditException e) {
      throw new IllegalStateException(e);
    }
    return true;
  }

  private static boolean isNoticed(List<Case> cases, List<OpenedGather> opened, Runbook form) {
    for (int i = 0; i < cases.size(); i++) {
      if (!cases.get(i).holds(opened.get(i), form)) {
        return true;
      }
    }
    return false;
  }

  /** The runbook with the mutant in it; none if it does not use what is changed. */
  private Optional<Runbook> form(Runbook runbook, Site site) {
    List<Check> checks = new ArrayList<>();
    boolean isChanged = false;
    for (Check check : runbook.checks()) {
      String jq = check.jq();
      if (site.isShared() && functions.uses(jq, site.function())) {
        jq = functions.withForm(jq, site.function(), site.mutant().program());
      } else if (place(runbook, check).equals(site.place())) {
        jq = site.mutant().program();
      }
      isChanged |= !jq.equals(check.jq());
      checks.add(
          new Check(
              check.id(),
              check.strength(),
              check.severity(),
              check.insteadOf(),
              check.inputs(),
              jq,
              check.place()));
    }
    return isChanged ? Optional.of(with(runbook, checks)) : Optional.empty();
  }

  private static Runbook with(Runbook runbook, List<Check> checks) {
    return new Runbook(
        runbook.file(),
        runbook.name(),
        runbook.aliases(),
        runbook.component(),
        runbook.severity(),
        runbook.heldFor(),
        runbook.appliesTo(),
        runbook.versions(),
        runbook.binds(),
        checks,
        runbook.decides(),
        runbook.prose(),
        runbook.steps(),
        runbook.isRunbook());
  }

  private void report() throws IOException {
    Set<String> explained = new TreeSet<>();
    for (JsonNode one : TestCases.read("cases/equivalent-mutants.yaml")) {
      if (places.contains(one.path("place").asText())) {
        explained.add(one.path("place").asText() + ": " + one.path("mutant").asText());
      }
    }
    Set<String> survivors = new TreeSet<>();
    alive.forEach(site -> survivors.add(site.name()));
    System.out.println(
        made
            + " mutants, "
            + alive.size()
            + " survive, of which "
            + explained.size()
            + " are equivalent");
    Set<String> unexplained = new TreeSet<>(survivors);
    unexplained.removeAll(explained);
    unexplained.forEach(name -> System.out.println("survives: " + name));
    explained.removeAll(survivors);
    assertEquals(Set.of(), explained, "said to be equivalent, but noticed or gone");
    assertEquals(0, unexplained.size(), "mutants that no case notices");
  }
}
