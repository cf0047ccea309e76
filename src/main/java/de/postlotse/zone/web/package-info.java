/** The page of a zone, and the parts of it that its other pages share. */
@NullMarked
package de.postlotse.zone.web;

import org.jspecify.annotations.NullMarked;
