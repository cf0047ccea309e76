/** What keeps the application from starting. */
@NullMarked
package de.postlotse.start;

import org.jspecify.annotations.NullMarked;
