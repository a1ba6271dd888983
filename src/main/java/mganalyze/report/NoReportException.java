package mganalyze.report;

/** A file that is no saved report; the message names the place in it and the cause, in one line. */
public final class NoReportException extends Exception {
  NoReportException(String message) {
    super(message);
  }
}
