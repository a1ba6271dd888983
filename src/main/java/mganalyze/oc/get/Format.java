package mganalyze.oc.get;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import mganalyze.oc.command.CommandException;
import mganalyze.oc.command.CommandLine;
import mganalyze.shell.UnsupportedCommandException;

/**
 * The value of {@code -o}.
 *
 * @param template what the kinds with a template print by; empty for the others
 */
record Format(Kind kind, String template) {
  /** The output formats. */
  enum Kind {
    TABLE,
    WIDE,
    NAME,
    JSON,
    YAML,
    JSON_PATH,
    JSON_PATH_AS_JSON,
    CUSTOM_COLUMNS,
    CUSTOM_COLUMNS_FILE,
    GO_TEMPLATE
  }

  private static final String ALLOWED =
      "custom-columns,custom-columns-file,go-template,go-template-file,json,jsonpath,"
          + "jsonpath-as-json,jsonpath-file,name,template,templatefile,wide,yaml";

  /**
   * Throws {@link UnsupportedCommandException} for a template in a file where files are not read.
   */
  static Format of(CommandLine line, String command, TemplateFiles files) throws CommandException {
    String output = line.text("output").orElse("");
    Optional<String> template = line.text("template").filter(text -> !text.isEmpty());
    int equals = output.indexOf('=');
    String name = equals < 0 ? output : output.substring(0, equals);
    if (equals >= 0 && (!takesTemplate(name) || template.isPresent())) {
      throw unknown(output);
    }
    String given = equals < 0 ? template.orElse("") : output.substring(equals + 1);
    switch (name) {
      case "":
        return template
            .map(text -> new Format(Kind.GO_TEMPLATE, text))
            .orElse(new Format(Kind.TABLE, ""));
      case "wide":
        return new Format(Kind.WIDE, "");
      case "name":
        return new Format(Kind.NAME, "");
      case "json":
        return new Format(Kind.JSON, "");
      case "yaml":
        return new Format(Kind.YAML, "");
      case "jsonpath":
        return new Format(Kind.JSON_PATH, notEmpty(given));
      case "jsonpath-as-json":
        return new Format(Kind.JSON_PATH_AS_JSON, notEmpty(given));
      case "go-template", "template":
        return new Format(Kind.GO_TEMPLATE, notEmpty(given));
      case "custom-columns":
        if (given.isEmpty()) {
          throw CommandException.error(
              "custom-columns format specified but no custom columns given");
        }
        return new Format(Kind.CUSTOM_COLUMNS, given);
      case "jsonpath-file":
        return new Format(Kind.JSON_PATH, read(files, command, name, notEmpty(given)));
      case "go-template-file", "templatefile":
        return new Format(Kind.GO_TEMPLATE, read(files, command, name, notEmpty(given)));
      case "custom-columns-file":
        if (given.isEmpty()) {
          throw CommandException.error(
              "custom-columns format specified but no custom columns given");
        }
        return new Format(Kind.CUSTOM_COLUMNS_FILE, read(files, command, name, given));
      default:
        throw unknown(output);
    }
  }

  private static String read(TemplateFiles files, String command, String name, String path)
      throws CommandException {
    try {
      return files
          .read(path)
          .orElseThrow(
              () ->
                  new UnsupportedCommandException(
                      command + " -o " + name + " (reading files) in a runbook"));
    } catch (IOException e) {
      String flag = name.startsWith("custom") ? "template " : "--template ";
      throw CommandException.error("error reading " + flag + path + ", " + e.getMessage());
    }
  }

  private static boolean takesTemplate(String name) {
    return List.of(ALLOWED.split(",")).contains(name)
        && !List.of("json", "yaml", "name", "wide").contains(name);
  }

  private static String notEmpty(String template) throws CommandException {
    if (template.isEmpty()) {
      throw CommandException.error("template format specified but no template given");
    }
    return template;
  }

  private static CommandException unknown(String output) {
    return CommandException.error(
        "unable to match a printer suitable for the output format \""
            + output
            + "\", allowed formats are: "
            + ALLOWED);
  }

  boolean isTable() {
    return kind == Kind.TABLE || kind == Kind.WIDE;
  }
}
