package mganalyze.cases;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import mganalyze.finding.Verdict;
import mganalyze.runbook.Mistake;
import mganalyze.runbook.Runbook;
import mganalyze.runbook.Runbooks;
import mganalyze.yaml.YamlException;
import mganalyze.yaml.YamlReader;

/**
 * Reads a file of cases:
 *
 * <pre>
 * runbook: LowVirtAPICount    # where the file's name is another
 * base: healthy
 * cases:
 * - name: one of two pods runs
 *   remove: [Pod/openshift-cnv/virt-api-*]
 *   expect:
 *     verdict: confirmed
 *     reason: 0 of 2
 * </pre>
 */
final class CaseFile {
  private static final Set<String> KEYS = Set.of("runbook", "base", "cases");
  private static final Set<String> CASE_KEYS =
      union(EditParser.KEYS, Set.of("name", "base", "expect", "failing"));
  private static final Set<String> EXPECT_KEYS =
      Set.of(
          "verdict",
          "reason",
          "objects",
          "findings",
          "causes",
          "evidence",
          "without",
          "missing",
          "steps",
          "mitigation");

  private final Path path;
  private final Runbooks runbooks;
  private final BaseGathers bases;
  private final Places places;
  private final List<Mistake> mistakes = new ArrayList<>();

  private CaseFile(Path path, Runbooks runbooks, BaseGathers bases, Places places) {
    this.path = path;
    this.runbooks = runbooks;
    this.bases = bases;
    this.places = places;
  }

  private static Set<String> union(Set<String> left, Set<String> right) {
    Set<String> all = new HashSet<>(left);
    all.addAll(right);
    return Set.copyOf(all);
  }

  /** Throws {@link CaseException} with all mistakes of the file. */
  static List<Case> read(Path path, Runbooks runbooks, BaseGathers bases, Places places)
      throws CaseException {
    CaseFile file = new CaseFile(path, runbooks, bases, places);
    List<Case> cases = file.read();
    if (!file.mistakes.isEmpty()) {
      throw new CaseException(file.mistakes);
    }
    return cases;
  }

  private void mistake(String where, String reason) {
    mistakes.add(new Mistake(path.toString(), where, reason));
  }

  private List<Case> read() throws CaseException {
    JsonNode root = parse();
    refuseUnknown(root, KEYS, "");
    Optional<Runbook> runbook = runbook(root.path("runbook").asText(""));
    List<Case> cases = new ArrayList<>();
    int index = 0;
    for (JsonNode node : root.path("cases")) {
      String where = "cases[" + index++ + "].";
      refuseUnknown(node, CASE_KEYS, where);
      String base = node.path("base").asText(root.path("base").asText(""));
      BaseGathers.BaseGather gather = base(base, where);
      List<Edit> edits =
          new EditParser(
                  places, gather.gatheredAt(), (place, reason) -> mistake(where + place, reason))
              .parse(node);
      Expectation expectation =
          expectation(Times.fill(node.path("expect"), gather.gatheredAt()), where + "expect.");
      if (runbook.isPresent()) {
        cases.add(
            new Case(
                path.toString(),
                node.path("name").asText("case " + index),
                runbook.get(),
                gather,
                edits,
                expectation,
                node.has("failing") ? Optional.of(node.path("failing").asText()) : Optional.empty(),
                places));
      }
    }
    if (index == 0) {
      mistake("cases", "there are none");
    }
    return cases;
  }

  private JsonNode parse() throws CaseException {
    try {
      byte[] yaml = Times.mark(Files.readString(path)).getBytes(StandardCharsets.UTF_8);
      return YamlReader.read(yaml, 0, yaml.length, Set.of());
    } catch (YamlException e) {
      throw new CaseException(path.toString(), "line " + e.line(), e.reason());
    } catch (IOException e) {
      throw new CaseException(path.toString(), "file", String.valueOf(e.getMessage()));
    }
  }

  private void refuseUnknown(JsonNode node, Set<String> known, String where) {
    node.fieldNames()
        .forEachRemaining(
            key -> {
              if (!known.contains(key)) {
                mistake(where + key, "unknown key");
              }
            });
  }

  /** By name, by path from the file, or of the file's own name. */
  private Optional<Runbook> runbook(String written) {
    String last = path.getFileName().toString();
    String name = written.isEmpty() ? last.substring(0, last.lastIndexOf('.')) : written;
    Path beside = path.resolveSibling(name.endsWith(".md") ? name : name + ".md");
    Optional<Runbook> found = Files.exists(beside) ? beside(beside) : runbooks.find(name);
    if (found.isEmpty() && mistakes.isEmpty()) {
      mistake("runbook", "there is no runbook " + name);
    }
    return found;
  }

  private Optional<Runbook> beside(Path file) {
    Runbooks one = Runbooks.none();
    try {
      one.add(file);
    } catch (IOException e) {
      mistake("runbook", String.valueOf(e.getMessage()));
    }
    mistakes.addAll(one.mistakes());
    return one.all().stream().findFirst();
  }

  private BaseGathers.BaseGather base(String name, String where) {
    if (name.isEmpty() || name.equals("none")) {
      return bases.empty();
    }
    try {
      return bases.find(name, path.toAbsolutePath().resolveSibling(""));
    } catch (CaseException e) {
      for (Mistake mistake : e.mistakes()) {
        mistake(where + "base", mistake.reason());
      }
      return bases.empty();
    }
  }

  private Expectation expectation(JsonNode node, String where) {
    refuseUnknown(node, EXPECT_KEYS, where);
    Optional<String> verdict =
        node.has("verdict") ? Optional.of(node.path("verdict").asText()) : Optional.empty();
    if (verdict.isPresent() && !isVerdict(verdict.get())) {
      mistake(where + "verdict", "'" + verdict.get() + "' is no verdict");
    }
    if (node.isEmpty()) {
      mistake(where.substring(0, where.length() - 1), "nothing is expected");
    }
    List<Expectation.Line> lines = new ArrayList<>();
    for (JsonNode line : node.path("evidence")) {
      lines.add(new Expectation.Line(line.path("path").asText(), line.path("text").asText()));
    }
    return new Expectation(
        verdict,
        texts(node.path("reason")),
        node.has("objects") ? Optional.of(texts(node.path("objects"))) : Optional.empty(),
        node.has("findings") ? Optional.of(texts(node.path("findings"))) : Optional.empty(),
        node.has("causes") ? Optional.of(texts(node.path("causes"))) : Optional.empty(),
        lines,
        texts(node.path("without")),
        texts(node.path("missing")),
        steps(node.path("steps"), where),
        texts(node.path("mitigation")));
  }

  private static boolean isVerdict(String word) {
    for (Verdict verdict : Verdict.values()) {
      if (verdict.word().equals(word)) {
        return true;
      }
    }
    return false;
  }

  /** A list, or one text. */
  private static List<String> texts(JsonNode node) {
    List<String> texts = new ArrayList<>();
    if (node.isValueNode() && !node.isNull()) {
      texts.add(node.asText());
    }
    node.forEach(item -> texts.add(item.asText()));
    return texts;
  }

  private Map<Integer, String> steps(JsonNode node, String where) {
    Map<Integer, String> steps = new TreeMap<>();
    for (var entry : node.properties()) {
      try {
        steps.put(Integer.valueOf(entry.getKey()), entry.getValue().asText());
      } catch (NumberFormatException e) {
        mistake(where + "steps", "'" + entry.getKey() + "' is no number of a step");
      }
    }
    return steps;
  }
}
