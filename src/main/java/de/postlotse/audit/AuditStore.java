package de.postlotse.audit;

import de.postlotse.store.RecordRows;
import de.postlotse.store.StoredTime;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The chain of the audit trail in the store. Whoever adds to it holds its end, so that no two lines follow on one. */
@Component
class AuditStore {

    static final RecordRows<AuditEntry> ENTRY = new RecordRows<>(AuditEntry.class);

    private static final int CHECKED_AT_ONCE = 5_000;
    private static final String BEGIN = "begin";

    private final JdbcClient store;
    private final JdbcOperations batches;
    private final SecureRandom random = new SecureRandom();

    AuditStore(JdbcClient store, JdbcOperations batches) {
        this.store = store;
        this.batches = batches;
    }

    /** Adds lines in their order. */
    @Transactional
    void append(List<Unchained> lines) {
        Head head = store.sql("select last_id, last_hash from audit_head for update")
                .query(new RecordRows<>(Head.class))
                .single();
        List<Object[]> rows = new ArrayList<>();
        AuditEntry last = null;
        for (Unchained line : lines) {
            long id = last == null ? head.lastId() + 1 : last.id() + 1;
            last = entry(line, id).after(last == null ? head.lastHash() : last.hash());
            rows.add(row(last));
        }
        if (last != null) {
            batches.batchUpdate("""
                    insert into audit_entry (id, happened_at, kind, username, subject, detail, request, origin,
                        origin_salt, origin_digest, hash)
                    values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""", rows);
            store.sql("update audit_head set last_id = ?, last_hash = ?")
                    .params(last.id(), last.hash())
                    .update();
        }
    }

    private AuditEntry entry(Unchained line, long id) {
        byte[] octets = new byte[16];
        random.nextBytes(octets);
        String salt = HexFormat.of().formatHex(octets);
        return new AuditEntry(
                id,
                line.happenedAt(),
                line.kind(),
                line.username(),
                line.subject(),
                line.detail(),
                line.request(),
                line.origin(),
                salt,
                AuditEntry.digest(salt, line.origin()),
                "");
    }

    private static Object[] row(AuditEntry entry) {
        return new Object[] {
            entry.id(),
            StoredTime.of(entry.happenedAt()),
            entry.kind().name(),
            entry.username(),
            entry.subject(),
            entry.detail(),
            entry.request(),
            entry.origin(),
            entry.originSalt(),
            entry.originDigest(),
            entry.hash()
        };
    }

    /** Forgets the addresses from before a moment, and the salts of their digests. */
    @Transactional
    void forgetAddresses(Instant before) {
        store.sql("""
                        update audit_entry set origin = null, origin_salt = null
                        where happened_at < ? and happened_at >= (select addresses_until from audit_head)""").param(StoredTime.of(before)).update();
        store.sql("update audit_head set addresses_until = ? where addresses_until < ?")
                .params(StoredTime.of(before), StoredTime.of(before))
                .update();
    }

    /** Follows the chain from its beginning; the first line that is missing or was changed, if there is one. */
    @Transactional(readOnly = true)
    Optional<Long> firstBroken() {
        Head head = store.sql("select last_id, last_hash from audit_head")
                .query(new RecordRows<>(Head.class))
                .single();
        String hash = BEGIN;
        long id = 0;
        while (id < head.lastId()) {
            List<AuditEntry> part = store.sql(
                            "select * from audit_entry where id > ? and id <= ? order by id fetch first ? rows only")
                    .params(id, head.lastId(), CHECKED_AT_ONCE)
                    .query(ENTRY)
                    .list();
            for (AuditEntry entry : part) {
                if (entry.id() != id + 1 || !entry.fits(hash)) {
                    return Optional.of(id + 1);
                }
                id = entry.id();
                hash = entry.hash();
            }
            if (part.isEmpty()) {
                return Optional.of(id + 1);
            }
        }
        return hash.equals(head.lastHash()) ? Optional.empty() : Optional.of(id);
    }

    Head head() {
        return store.sql("select last_id, last_hash from audit_head")
                .query(new RecordRows<>(Head.class))
                .single();
    }

    /** The end of the chain. */
    record Head(long lastId, String lastHash) {}
}
