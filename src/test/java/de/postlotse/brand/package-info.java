/** How the hoster shows. */
@NullMarked
package de.postlotse.brand;

import org.jspecify.annotations.NullMarked;
