/** The page, the file and the API of what was changed. */
@NullMarked
package de.postlotse.desk.changes.web;

import org.jspecify.annotations.NullMarked;
