@NullMarked
package de.postlotse.account.web;

import org.jspecify.annotations.NullMarked;
