@NullMarked
package de.postlotse.reachability.web;

import org.jspecify.annotations.NullMarked;
