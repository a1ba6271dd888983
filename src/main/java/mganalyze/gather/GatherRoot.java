package mganalyze.gather;

import java.util.Optional;

/**
 * One producer's tree in the archive.
 *
 * @param path its folder, without the final slash
 * @param product for example {@code kubevirt/must-gather}
 */
public record GatherRoot(String path, Optional<String> product, Optional<String> version) {}
