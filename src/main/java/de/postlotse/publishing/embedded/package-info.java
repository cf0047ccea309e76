/** The embedded name server: the trial default, as H2 is for the store. */
@NullMarked
package de.postlotse.publishing.embedded;

import org.jspecify.annotations.NullMarked;
