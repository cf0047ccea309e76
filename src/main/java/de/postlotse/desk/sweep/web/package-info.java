/** The page of the sweep, and its figures for programs. */
@NullMarked
package de.postlotse.desk.sweep.web;

import org.jspecify.annotations.NullMarked;
