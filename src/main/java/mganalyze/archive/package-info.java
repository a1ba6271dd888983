/**
 * Reads an archive as a customer uploads it, once and from front to back, and hands its files to a
 * visitor. What an archive is, is told from its bytes. Names in it are labels: nothing is written
 * under them, no link is followed, no directory is left. Damage ends what it must and no more: what
 * came before it is delivered, and the damage is a {@link mganalyze.finding.Problem}.
 *
 * <p>Reading and hashing, unpacking, and taking the tar apart each have a thread, joined by bounded
 * queues of large blocks. The tar format is taken apart here, because that cost as much time with
 * commons-compress as everything else together; zip and bzip2 are read with commons-compress.
 */
package mganalyze.archive;
