package mganalyze.shell.awk;

import java.util.ArrayList;
import java.util.List;

/** The current record, {@code $0}, and its fields, which are cut only when somebody asks. */
final class Record {
  static final int MAX_FIELDS = 1 << 20;
  private final AwkRun run;
  private String text = "";
  private List<String> fields = new ArrayList<>();
  private boolean isSplit = true;
  private boolean isJoined = true;

  Record(AwkRun run) {
    this.run = run;
  }

  void set(String newText) {
    text = newText;
    isSplit = false;
    isJoined = true;
  }

  String text() {
    if (!isJoined) {
      text = String.join(run.text("OFS"), fields);
      isJoined = true;
    }
    return text;
  }

  /** Before FS changes: the record is cut by the one that held when it was read. */
  void split() {
    if (isSplit) {
      return;
    }
    isSplit = true;
    String separator = run.text("FS");
    boolean isParagraph = run.text("RS").isEmpty();
    if (isParagraph && !separator.equals(" ")) {
      String both =
          separator.length() == 1
              ? "[" + (separator.equals("\\") ? "\\\\" : separator) + "]"
              : separator;
      fields = new ArrayList<>(FieldSplitter.split(text, "(" + both + ")|\n"));
      return;
    }
    fields = FieldSplitter.split(text, separator);
  }

  int fieldCount() {
    split();
    return fields.size();
  }

  Value field(int index) {
    if (index == 0) {
      return Value.input(text());
    }
    split();
    return index <= fields.size() ? Value.input(fields.get(index - 1)) : Value.input("");
  }

  void assign(int index, String value) {
    if (index == 0) {
      set(value);
      return;
    }
    split();
    while (fields.size() < index) {
      fields.add("");
    }
    fields.set(index - 1, value);
    isJoined = false;
  }

  void fieldCount(int count) {
    if (count < 0 || count > MAX_FIELDS) {
      throw new AwkException("NF set to " + count);
    }
    split();
    while (fields.size() < count) {
      fields.add("");
    }
    while (fields.size() > count) {
      fields.remove(fields.size() - 1);
    }
    isJoined = false;
  }
}
