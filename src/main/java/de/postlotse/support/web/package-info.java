/** The pages of support. */
@NullMarked
package de.postlotse.support.web;

import org.jspecify.annotations.NullMarked;
