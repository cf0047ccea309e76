/** Replaces a mail server by another one in every zone that names it, in the background, and takes that back. */
@NullMarked
package de.postlotse.desk.replacement;

import org.jspecify.annotations.NullMarked;
