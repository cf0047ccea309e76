/**
 * Tells customers what staff changed in their zones: in the application, and by mail where that is configured. Mails are
 * tried again here instead of as tasks of db-scheduler: one mail tells all that waits for an account by then, so each
 * try begins with another look at what waits.
 */
@ApplicationModule(
        allowedDependencies = {"dns", "brand", "account", "store", "work", "zone", "zone::history", "zone::page"})
@NullMarked
package de.postlotse.notice;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
