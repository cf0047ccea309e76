/** Migrations of the store that SQL alone cannot do. */
@NullMarked
package de.postlotse.zone.migration;

import org.jspecify.annotations.NullMarked;
