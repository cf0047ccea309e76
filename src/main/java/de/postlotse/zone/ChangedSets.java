package de.postlotse.zone;

import de.postlotse.dns.MxSet;
import java.util.List;

/** The sets of the owners that a change concerned, before and after it. */
record ChangedSets(List<MxSet> before, List<MxSet> after) {}
