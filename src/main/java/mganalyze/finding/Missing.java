package mganalyze.finding;

/** What the archive lacks, in a person's words, and the command that gathers it. */
public record Missing(String what, String collectWith) {}
