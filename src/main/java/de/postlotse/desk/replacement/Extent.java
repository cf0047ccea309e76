package de.postlotse.desk.replacement;

/**
 * How much names a host.
 *
 * @param seen changes with every change of these zones, so that what was shown is told from what is
 */
public record Extent(int zones, int sets, int records, int customers, String seen) {}
