package mganalyze.report;

import j2html.tags.DomContent;
import java.util.Optional;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.Parser;

/**
 * A runbook's Markdown as HTML elements. Only the elements made here can come out: raw HTML stays
 * text, and so does an address, unless it is {@code https} and the text is the runbook's alone.
 * (Names from the archive are filled into mitigations, and no address may come from an archive.)
 */
final class Prose {
  private static final int NESTING_LIMIT = 24;

  private Optional<Parser> parser = Optional.empty();
  private boolean linked;

  /** The runbook's own words; {@code https} links in them work. */
  Element linked(String markdown) {
    linked = true;
    return prose(markdown);
  }

  /** Words that may hold names from the archive: addresses are shown, not linked. */
  Element unlinked(String markdown) {
    linked = false;
    return prose(markdown);
  }

  private Element prose(String markdown) {
    Element prose = Element.of("div", "prose");
    children(parser().parse(markdown), prose);
    return prose;
  }

  /** Made when the first words come: a page without any is written without it. */
  private Parser parser() {
    if (parser.isEmpty()) {
      parser =
          Optional.of(
              Parser.builder()
                  .maxOpenBlockParsers(NESTING_LIMIT)
                  .maxInlineNesting(NESTING_LIMIT)
                  .build());
    }
    return parser.get();
  }

  private Element children(Node parent, Element into) {
    for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
      add(node, into);
    }
    return into;
  }

  private void add(Node node, Element into) {
    if (node instanceof Text text) {
      into.say(text.getLiteral());
    } else if (node instanceof SoftLineBreak) {
      into.withText("\n");
    } else if (node instanceof HardLineBreak) {
      into.with(new VoidElement("br"));
    } else if (node instanceof Code code) {
      into.with(Element.of("code").say(code.getLiteral()));
    } else if (node instanceof HtmlInline html) {
      into.say(html.getLiteral());
    } else if (node instanceof Link link) {
      link(link, into);
    } else if (node instanceof Image image) {
      children(image, into);
    } else if (node instanceof Paragraph && isTight(node)) {
      children(node, into);
    } else {
      into.with(block(node));
    }
  }

  private DomContent block(Node node) {
    if (node instanceof FencedCodeBlock code) {
      return code(code.getLiteral());
    }
    if (node instanceof IndentedCodeBlock code) {
      return code(code.getLiteral());
    }
    if (node instanceof HtmlBlock html) {
      return Element.of("p").say(html.getLiteral());
    }
    if (node instanceof ThematicBreak) {
      return new VoidElement("hr");
    }
    Element element = Element.of(elementName(node));
    if (node instanceof OrderedList list && list.getMarkerStartNumber() != null) {
      element.attr("start", String.valueOf(list.getMarkerStartNumber()));
    }
    return children(node, element);
  }

  private static String elementName(Node node) {
    if (node instanceof Paragraph) {
      return "p";
    }
    if (node instanceof Heading) {
      return "h5";
    }
    if (node instanceof BulletList) {
      return "ul";
    }
    if (node instanceof OrderedList) {
      return "ol";
    }
    if (node instanceof ListItem) {
      return "li";
    }
    if (node instanceof BlockQuote) {
      return "blockquote";
    }
    if (node instanceof Emphasis) {
      return "em";
    }
    return node instanceof StrongEmphasis ? "strong" : "span";
  }

  private static boolean isTight(Node paragraph) {
    return paragraph.getParent() instanceof ListItem item
        && item.getParent() instanceof ListBlock list
        && list.isTight();
  }

  private void link(Link link, Element into) {
    String address = link.getDestination();
    if (linked && address.startsWith("https://")) {
      into.with(
          children(link, Element.of("a").attr("href", address).attr("rel", "noreferrer nofollow")));
      return;
    }
    children(link, into);
    boolean saysAddress =
        link.getFirstChild() instanceof Text text && text.getLiteral().equals(address);
    if (!saysAddress && !address.isEmpty()) {
      into.say(" (" + address + ")");
    }
  }

  /** A block of commands or of output; prompts are kept for the eye and left out when copied. */
  private static Element code(String literal) {
    String text = literal.endsWith("\n") ? literal.substring(0, literal.length() - 1) : literal;
    return Element.of("div", "command")
        .with(Element.of("pre").with(Element.of("code").say(text)))
        .copyButton();
  }
}
