package mganalyze.cases;

/** One change to a gather. */
@FunctionalInterface
interface Edit {
  /** Throws {@link EditException} if there is nothing to change. */
  void apply(FileTree tree, Places places) throws EditException;
}
