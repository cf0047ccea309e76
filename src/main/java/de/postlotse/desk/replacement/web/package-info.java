/** The pages and the API of replacements. */
@NullMarked
package de.postlotse.desk.replacement.web;

import org.jspecify.annotations.NullMarked;
