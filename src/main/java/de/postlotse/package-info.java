/** The application class; everything else lives in one package per thing the product does. */
@NullMarked
package de.postlotse;

import org.jspecify.annotations.NullMarked;
