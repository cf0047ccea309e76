/** The page of a zone's history, and the way back to an earlier state. */
@NullMarked
package de.postlotse.zone.web.history;

import org.jspecify.annotations.NullMarked;
