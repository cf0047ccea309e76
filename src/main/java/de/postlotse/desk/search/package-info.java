/** Finds zones and hosts by whatever somebody on the phone says. */
@NullMarked
package de.postlotse.desk.search;

import org.jspecify.annotations.NullMarked;
