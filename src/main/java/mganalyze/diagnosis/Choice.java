package mganalyze.diagnosis;

import java.util.ArrayList;
import java.util.List;
import mganalyze.diagnosis.StepResult.Outcome;
import mganalyze.gather.Resource;

/** What one placeholder may stand for; a row has a value for each of the names asked for. */
record Choice(List<List<String>> rows, List<Resource> objects, Outcome why, String note) {
  static Choice none(Outcome why, String note) {
    return new Choice(List.of(), List.of(), why, note);
  }

  static Choice of(List<Resource> objects) {
    List<List<String>> rows = new ArrayList<>();
    objects.forEach(object -> rows.add(List.of(object.name())));
    return new Choice(rows, objects, Outcome.NO_DATA, "");
  }

  static Choice of(String value) {
    return new Choice(List.of(List.of(value)), List.of(), Outcome.NO_DATA, "");
  }
}
