package de.postlotse.support.web;

import de.postlotse.support.HostUse;
import de.postlotse.zone.Csv;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Who uses a host, as a file for a spreadsheet. */
@Component
class HostUsesCsv {

    private static final List<String> COLUMNS = List.of("zone", "owner", "priority", "host", "ttl", "customer");

    private final MessageSource messages;

    HostUsesCsv(MessageSource messages) {
        this.messages = messages;
    }

    void head(Writer out, Locale locale) throws IOException {
        Csv.begin(out);
        Csv.line(out, COLUMNS.stream().map(column -> messages.getMessage("hosts.csv." + column, null, locale)));
    }

    void line(Writer out, HostUse use) throws IOException {
        Csv.line(
                out,
                Stream.of(
                        use.zone().toString(),
                        use.owner().toString(),
                        Integer.toString(use.preference()),
                        use.host().toString(),
                        Integer.toString(use.ttl()),
                        use.customer()));
    }
}
