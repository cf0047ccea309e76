/** What other features may put on the pages of a zone, and what they may borrow from them. */
@NamedInterface("page")
@NullMarked
package de.postlotse.zone.page;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
