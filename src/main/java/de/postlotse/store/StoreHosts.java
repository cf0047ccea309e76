package de.postlotse.store;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The hosts of a PostgreSQL that is named with several, each as a store of its own. */
final class StoreHosts {

    private static final Pattern URL = Pattern.compile("(jdbc:postgresql://)([^/?]+,[^/?]+)(.*)");

    private StoreHosts() {}

    /** @return the URL of each; none where there is but one */
    static List<String> eachOf(String url) {
        Matcher parts = URL.matcher(url);
        return parts.matches()
                ? Stream.of(parts.group(2).split(","))
                        .map(host -> parts.group(1) + host + parts.group(3))
                        .toList()
                : List.of();
    }
}
