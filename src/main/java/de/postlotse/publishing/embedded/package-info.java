/**
 * The embedded name server: the trial default, as H2 is for the store.
 *
 * <p>By hand, with dnsjava's messages and master files: dnsjava has no server, and its {@code Zone} knows neither empty
 * non-terminals nor a state that stays the same while an answer is made.
 */
@NullMarked
package de.postlotse.publishing.embedded;

import org.jspecify.annotations.NullMarked;
