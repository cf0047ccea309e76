/** What happened to zones: the lines of one zone, the latest of all, and earlier states. */
@NamedInterface("history")
@NullMarked
package de.postlotse.zone.history;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
