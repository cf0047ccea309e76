package de.postlotse.publishing.embedded;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.xbill.DNS.RRset;
import org.xbill.DNS.Record;

/** The record sets that one owner name has, by type (RFC 1034 §3.1). */
record Node(SortedMap<Integer, List<Record>> sets) {

    static final Node EMPTY = new Node(new TreeMap<>());

    Node {
        sets = Collections.unmodifiableSortedMap(sets);
    }

    static Node of(Collection<Record> records) {
        return new Node(records.stream()
                .collect(Collectors.groupingBy(
                        Record::getType,
                        TreeMap::new,
                        Collectors.collectingAndThen(Collectors.toList(), Node::oneTtl))));
    }

    /** A set has one TTL, the smallest of its records, and no record twice (RFC 2181 §5). */
    private static List<Record> oneTtl(List<Record> records) {
        return List.copyOf(new RRset(records).rrs(false));
    }

    List<Record> set(int type) {
        return sets.getOrDefault(type, List.of());
    }

    boolean has(int type) {
        return sets.containsKey(type);
    }

    boolean isEmpty() {
        return sets.isEmpty();
    }

    List<Record> all() {
        return sets.values().stream().flatMap(List::stream).toList();
    }

    /** This node with the set of one type replaced; without it where there are no records. */
    Node with(int type, Collection<? extends Record> records) {
        List<Record> changed = new ArrayList<>(all());
        changed.removeIf(record -> record.getType() == type);
        changed.addAll(records);
        return of(changed);
    }
}
