package mganalyze.report;

import j2html.tags.EmptyTag;

/** An HTML element that cannot have content, such as {@code meta}. */
final class VoidElement extends EmptyTag<VoidElement> {
  VoidElement(String name) {
    super(name);
  }
}
