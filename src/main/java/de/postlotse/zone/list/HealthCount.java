package de.postlotse.zone.list;

/**
 * Zones of the same health.
 *
 * @param place of the health in the order of lists
 */
record HealthCount(int place, long zones) {}
