package de.postlotse.support;

/**
 * How much a host or an address is used.
 *
 * @param records one more than are counted where there are more
 * @param counted up to how many records are counted
 */
public record UseTotals(int zones, int records, int counted) {

    public boolean more() {
        return records > counted;
    }
}
