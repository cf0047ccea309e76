package de.postlotse.reachability.web;

import de.postlotse.reachability.web.Report.AddressReport;
import java.util.List;

/** The outcome of a test for programs: codes are stable, messages in the caller's language. */
record ReportJson(String host, String summary, String message, List<AddressReport> addresses) {

    static ReportJson of(Report report) {
        return new ReportJson(report.host(), report.summary(), report.message(), report.addresses());
    }
}
