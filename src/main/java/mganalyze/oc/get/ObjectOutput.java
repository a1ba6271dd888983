package mganalyze.oc.get;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import mganalyze.jsonpath.GoTemplate;
import mganalyze.jsonpath.GoTemplateException;
import mganalyze.jsonpath.GoValue;
import mganalyze.jsonpath.JsonPath;
import mganalyze.jsonpath.JsonPathException;
import mganalyze.oc.command.CommandException;
import mganalyze.oc.command.Console;
import mganalyze.oc.value.GoSyntax;
import mganalyze.yaml.KubernetesPrinter;

/** The output formats that print objects instead of tables. */
final class ObjectOutput {
  private final Format format;
  private final Console console;

  ObjectOutput(Format format, Console console) {
    this.format = format;
    this.console = console;
  }

  /** Whether it failed after what it printed. */
  boolean print(List<JsonNode> objects, Selection selection, boolean headers)
      throws CommandException, IOException {
    switch (format.kind()) {
      case NAME -> names(selection, objects);
      case CUSTOM_COLUMNS, CUSTOM_COLUMNS_FILE -> {
        CustomColumns columns =
            format.kind() == Format.Kind.CUSTOM_COLUMNS
                ? CustomColumns.parse(format.template())
                : CustomColumns.ofFile(format.template());
        CustomColumns.Printed printed = columns.print(objects, headers);
        console.print(printed.text());
        if (!printed.failure().isEmpty()) {
          console.complain("error: " + printed.failure());
          return true;
        }
      }
      case JSON -> console.print(root(objects, selection));
      case YAML -> KubernetesPrinter.yaml(root(objects, selection), this::pass);
      case JSON_PATH -> console.print(jsonPath(root(objects, selection), false));
      case JSON_PATH_AS_JSON -> console.print(jsonPath(root(objects, selection), true));
      default -> template(root(objects, selection));
    }
    return false;
  }

  private void pass(String text) {
    try {
      console.print(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void names(Selection selection, List<JsonNode> objects) throws IOException {
    StringBuilder text = new StringBuilder();
    for (JsonNode object : objects) {
      for (Selection.Group group : selection.groups()) {
        if (group.type().kind().equals(object.path("kind").asText())
            && isOfGroup(object, group.type().group())) {
          text.append(group.type().qualifiedSingular())
              .append('/')
              .append(object.path("metadata").path("name").asText())
              .append('\n');
          break;
        }
      }
    }
    console.print(text.toString());
  }

  private static boolean isOfGroup(JsonNode object, String group) {
    String version = object.path("apiVersion").asText();
    int slash = version.indexOf('/');
    return group.equals(slash < 0 ? "" : version.substring(0, slash));
  }

  /** The one object that was asked for, or a list. */
  private static JsonNode root(List<JsonNode> objects, Selection selection) {
    if (selection.isSingle()) {
      return objects.get(0);
    }
    ObjectNode list = JsonNodeFactory.instance.objectNode();
    list.put("apiVersion", "v1");
    ArrayNode items = list.putArray("items");
    items.addAll(objects);
    list.put("kind", "List");
    list.putObject("metadata").put("resourceVersion", "");
    return list;
  }

  private String jsonPath(JsonNode root, boolean asJson) throws CommandException {
    String template = format.template();
    JsonPath path;
    try {
      path = JsonPath.parse(template);
    } catch (JsonPathException e) {
      throw CommandException.error("error parsing jsonpath " + template + ", " + e.getMessage());
    }
    try {
      return asJson ? path.printAsJson(root) : path.print(root);
    } catch (JsonPathException e) {
      throw CommandException.error(
          "error executing jsonpath \""
              + template
              + "\": Error executing template: "
              + e.getMessage()
              + ". Printing more information for debugging the template:\n\ttemplate was:\n\t\t"
              + template
              + "\n\tobject given to jsonpath engine was:\n\t\t"
              + GoSyntax.of(root)
              + "\n\n");
    }
  }

  private void template(JsonNode root) throws CommandException, IOException {
    String text = format.template();
    GoTemplate template;
    try {
      template = GoTemplate.parse(text);
    } catch (GoTemplateException e) {
      throw CommandException.error(
          "error parsing template " + text + ", template: output:1: " + e.getMessage());
    }
    try {
      console.print(template.print(root));
    } catch (GoTemplateException e) {
      console.print(
          "Error executing template: "
              + e.getMessage()
              + ". Printing more information for debugging the template:\n\ttemplate was:\n\t\t"
              + text
              + "\n\traw data was:\n\t\t"
              + KubernetesPrinter.compactJson(root)
              + "\n\tobject given to template engine was:\n\t\t"
              + GoValue.print(root)
              + "\n\n");
      throw CommandException.error("error executing template \"" + text + "\": " + e.getMessage());
    }
  }
}
