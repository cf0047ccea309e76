package de.postlotse.provider.paste;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Which numbers of a text belong to which of its hosts. */
final class Pairing {

    /** Words by which one number is that of several servers. */
    static final Pattern SHARED = Pattern.compile(
            "(?iu)(?<!\\p{L})(?:beide[nrs]?|alle[nr]?|jeweils|je|jede[rsnm]?|gleiche[rnms]?|dieselbe|identisch\\p{L}*|both|all|each|every|equal\\p{L}*|same|"
                    + "identical)(?!\\p{L})");

    private Pairing() {}

    /**
     * The numbers of each host.
     *
     * @param text with the words for a priority blotted out
     * @param numbers that are no durations
     */
    static List<List<Integer>> of(String text, List<MatchResult> hosts, List<MatchResult> numbers) {
        boolean several = hosts.size() > 1;
        if (several && numbers.size() == 1 && SHARED.matcher(text).find()) {
            return hosts.stream().map(host -> values(numbers)).toList();
        }
        if (several && numbers.size() == hosts.size() && areOnOneSide(hosts, numbers)) {
            return numbers.stream().map(number -> values(List.of(number))).toList();
        }
        boolean numberFirst = isNumberFirst(hosts, numbers);
        List<List<Integer>> all = new ArrayList<>();
        for (int n = 0; n < hosts.size(); n++) {
            MatchResult host = hosts.get(n);
            int last = n == 0 ? 0 : hosts.get(n - 1).end();
            int next = n + 1 < hosts.size() ? hosts.get(n + 1).start() : text.length();
            all.add(values(numbers.stream()
                    .filter(number -> numberFirst
                            ? number.start() >= last && number.end() <= host.start()
                            : number.start() >= host.end() && number.end() <= next)
                    .toList()));
        }
        return all;
    }

    static boolean isNumberFirst(List<MatchResult> hosts, List<MatchResult> numbers) {
        return !numbers.isEmpty()
                && !hosts.isEmpty()
                && numbers.getFirst().start() < hosts.getFirst().start();
    }

    private static boolean areOnOneSide(List<MatchResult> hosts, List<MatchResult> numbers) {
        return numbers.getLast().end() <= hosts.getFirst().start()
                || numbers.getFirst().start() >= hosts.getLast().end();
    }

    private static List<Integer> values(List<MatchResult> numbers) {
        return numbers.stream().map(number -> Integer.valueOf(number.group())).toList();
    }
}
