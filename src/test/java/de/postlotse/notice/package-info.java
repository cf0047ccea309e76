@NullMarked
package de.postlotse.notice;

import org.jspecify.annotations.NullMarked;
