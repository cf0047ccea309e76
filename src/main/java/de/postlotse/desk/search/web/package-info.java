/** The pages and the API of the search. */
@NullMarked
package de.postlotse.desk.search.web;

import org.jspecify.annotations.NullMarked;
