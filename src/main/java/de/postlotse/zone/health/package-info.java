/** The rounds that ask how the mail of zones is. */
@NullMarked
package de.postlotse.zone.health;

import org.jspecify.annotations.NullMarked;
