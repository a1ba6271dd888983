package mganalyze.report;

import java.io.IOException;

/**
 * A finished output still holds what should have been redacted: a fault of the program, not of its
 * user.
 */
public final class LeftoverException extends IOException {
  private static final long serialVersionUID = 1;

  LeftoverException(String message) {
    super(message);
  }
}
