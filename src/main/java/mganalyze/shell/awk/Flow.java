package mganalyze.shell.awk;

/** How a statement ends. */
enum Flow {
  NORMAL,
  BREAK,
  CONTINUE,
  NEXT,
  EXIT
}
