/** Lists of zones: what a caller may see, what is found, and what waits to be published. */
@NamedInterface("list")
@NullMarked
package de.postlotse.zone.list;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
