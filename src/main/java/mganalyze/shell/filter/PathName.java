package mganalyze.shell.filter;

import java.io.IOException;
import java.util.List;
import mganalyze.shell.Invocation;
import mganalyze.shell.UnsupportedCommandException;
import mganalyze.shell.Utf8;

/** {@code basename path [suffix]} and {@code dirname path}: text only, no file is looked at. */
final class PathName extends Filter<List<String>> {
  @Override
  List<String> parse(String name, List<String> arguments) {
    List<String> operands = new Options(name, "", "").parse(arguments).operands();
    if (operands.isEmpty()) {
      throw new UsageException(1, "missing operand");
    }
    int most = name.equals("basename") ? 2 : Integer.MAX_VALUE;
    if (operands.size() > most) {
      throw new UnsupportedCommandException(name + " of several paths");
    }
    return operands;
  }

  @Override
  int run(List<String> operands, Invocation call) throws IOException {
    if (call.name().equals("basename")) {
      String suffix = operands.size() == 2 ? operands.get(1) : "";
      Utf8.write(call.out(), base(operands.get(0), suffix) + "\n");
      return 0;
    }
    for (String path : operands) {
      Utf8.write(call.out(), directory(path) + "\n");
    }
    return 0;
  }

  private static String base(String path, String suffix) {
    String trimmed = withoutSlashes(path);
    String name = trimmed.equals("/") ? "/" : trimmed.substring(trimmed.lastIndexOf('/') + 1);
    boolean hasSuffix = name.endsWith(suffix) && name.length() > suffix.length();
    return hasSuffix ? name.substring(0, name.length() - suffix.length()) : name;
  }

  private static String directory(String path) {
    String trimmed = withoutSlashes(path);
    int slash = trimmed.lastIndexOf('/');
    if (slash < 0) {
      return ".";
    }
    return slash == 0 ? "/" : withoutSlashes(trimmed.substring(0, slash));
  }

  private static String withoutSlashes(String path) {
    int end = path.length();
    while (end > 1 && path.charAt(end - 1) == '/') {
      end--;
    }
    return path.substring(0, end);
  }
}
