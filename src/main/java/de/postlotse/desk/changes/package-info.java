/** What was changed in all zones. */
@NullMarked
package de.postlotse.desk.changes;

import org.jspecify.annotations.NullMarked;
