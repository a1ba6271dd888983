package mganalyze.jsonpath;

/** A template that Go refuses or that fails on the object, in Go's words; or one not supported. */
public final class GoTemplateException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  GoTemplateException(String message) {
    super(message, null, false, false);
  }

  static GoTemplateException unsupported(String word) {
    return new GoTemplateException("go-template: " + word + " is not supported");
  }
}
