/** The pages and the API of what is planned. */
@NullMarked
package de.postlotse.planned.web;

import org.jspecify.annotations.NullMarked;
