/** Where staff decide about what waits, and where its author sees what became of it. */
@NullMarked
package de.postlotse.desk.approval.web;

import org.jspecify.annotations.NullMarked;
