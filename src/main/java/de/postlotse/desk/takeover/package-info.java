/** Takes zones over from their name servers: one at a time, or whole lists in the background. */
@NullMarked
package de.postlotse.desk.takeover;

import org.jspecify.annotations.NullMarked;
