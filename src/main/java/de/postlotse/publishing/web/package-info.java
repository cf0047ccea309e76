/** The API by which staff take zones over. */
@NullMarked
package de.postlotse.publishing.web;

import org.jspecify.annotations.NullMarked;
