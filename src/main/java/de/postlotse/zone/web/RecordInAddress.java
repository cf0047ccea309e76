package de.postlotse.zone.web;

import de.postlotse.dns.MxRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.core.convert.converter.Converter;
import org.springframework.stereotype.Component;

/** Reads a record as links and hidden fields carry it: {@code 10 mx1.hoster.net.} */
@Component
class RecordInAddress implements Converter<String, @Nullable MxRecord> {

    @Override
    public @Nullable MxRecord convert(String text) {
        if (text.isBlank()) {
            return null;
        }
        String[] parts = text.split(" ");
        if (parts.length != 2) {
            throw new IllegalArgumentException("not an MX record");
        }
        return MxRecord.of(Integer.parseInt(parts[0]), parts[1]);
    }
}
