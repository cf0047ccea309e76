package de.postlotse.sweep;

/**
 * Some hosts of a round that one node asks: all between two names, in the store's order.
 *
 * @param place its number in the round
 */
record SweepPart(long round, int place, String firstHost, String lastHost, int hosts) {}
