/** The API of zones, their records and their history. */
@NullMarked
package de.postlotse.zone.web.api;

import org.jspecify.annotations.NullMarked;
