/** Asks DNS for every mail server that some zone names, round after round, and keeps what was seen over time. */
@NullMarked
package de.postlotse.desk.sweep;

import org.jspecify.annotations.NullMarked;
