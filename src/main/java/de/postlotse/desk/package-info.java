/**
 * What staff have, a room each: start page, findings, review, search, sweep, replacement, approval, take-over, changes,
 * report.
 */
@ApplicationModule(
        allowedDependencies = {
            "api",
            "dns",
            "account",
            "account::token",
            "lookup",
            "policy",
            "store",
            "web",
            "work",
            "zone",
            "zone::change",
            "zone::history",
            "zone::list",
            "zone::page",
            "mailpath",
            "publishing::proof",
            "publishing::queue",
            "publishing::server"
        })
@NullMarked
package de.postlotse.desk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
