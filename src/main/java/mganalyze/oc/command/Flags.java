package mganalyze.oc.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mganalyze.oc.command.Flag.Takes;
import mganalyze.oc.command.Flag.Use;

/** The flags that a command knows; all know the global ones. */
public final class Flags {
  private final List<Flag> flags = new ArrayList<>();

  private Flags() {}

  /** The global flags alone. */
  public static Flags global() {
    return new Flags()
        .text("namespace", "n")
        .ignoredTexts(
            "as", "as-group", "as-uid", "cache-dir", "certificate-authority", "client-certificate")
        .ignoredTexts("client-key", "cluster", "context", "kubeconfig", "loglevel", "password")
        .ignoredTexts("profile", "profile-output", "request-timeout", "tls-server-name", "token")
        .ignoredTexts("user", "username", "vmodule", "log-flush-frequency", "kuberc")
        .ignored("server", "s", Takes.TEXT)
        .ignored("v", "v", Takes.TEXT)
        .ignored("insecure-skip-tls-verify", "", Takes.NOTHING)
        .ignored("disable-compression", "", Takes.NOTHING)
        .ignored("match-server-version", "", Takes.NOTHING)
        .ignored("warnings-as-errors", "", Takes.NOTHING)
        .add("help", "h", Takes.NOTHING, Use.UNSUPPORTED);
  }

  public Flags text(String name, String shorthand) {
    return add(name, shorthand, Takes.TEXT, Use.READ);
  }

  public Flags number(String name, String shorthand) {
    return add(name, shorthand, Takes.NUMBER, Use.READ);
  }

  public Flags duration(String name, String shorthand) {
    return add(name, shorthand, Takes.DURATION, Use.READ);
  }

  public Flags flag(String name, String shorthand) {
    return add(name, shorthand, Takes.NOTHING, Use.READ);
  }

  public Flags ignored(String name, String shorthand, Takes takes) {
    return add(name, shorthand, takes, Use.IGNORED);
  }

  public Flags unsupported(String name, String shorthand, Takes takes) {
    return add(name, shorthand, takes, Use.UNSUPPORTED);
  }

  private Flags ignoredTexts(String... names) {
    for (String name : names) {
      ignored(name, "", Takes.TEXT);
    }
    return this;
  }

  private Flags add(String name, String shorthand, Takes takes, Use use) {
    flags.add(new Flag(name, shorthand, takes, use));
    return this;
  }

  // A command's own flag hides a global one with the same letter.
  Optional<Flag> byName(String name) {
    return last(flags.stream().filter(flag -> flag.name().equals(name)).toList());
  }

  Optional<Flag> byShorthand(char letter) {
    String wanted = String.valueOf(letter);
    return last(flags.stream().filter(flag -> flag.shorthand().equals(wanted)).toList());
  }

  private static Optional<Flag> last(List<Flag> found) {
    return found.isEmpty() ? Optional.empty() : Optional.of(found.get(found.size() - 1));
  }
}
