/** The review page of a zone, and what waits to be published. */
@NullMarked
package de.postlotse.desk.review.web;

import org.jspecify.annotations.NullMarked;
