/** The pages on which the records of a zone are changed. */
@NullMarked
package de.postlotse.zone.web.edit;

import org.jspecify.annotations.NullMarked;
