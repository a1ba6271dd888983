package mganalyze.shell.regex;

/** In which dialect a regular expression is written. */
public enum Syntax {
  /** {@code grep}: groups and alternation with backslashes. */
  BASIC,
  /** {@code grep -E} and {@code [[ =~ ]]}. */
  EXTENDED,
  /** {@code sed}: as BASIC, with {@code \n} and {@code \t}. */
  SED_BASIC,
  /** {@code sed -E}. */
  SED_EXTENDED,
  /** {@code awk}: as EXTENDED, with the escapes of its strings. */
  AWK,
  /** {@code grep -P}, as far as RE2 has it. */
  PERL;

  boolean isBasic() {
    return this == BASIC || this == SED_BASIC;
  }

  boolean hasEscapes() {
    return this == SED_BASIC || this == SED_EXTENDED || this == AWK;
  }
}
