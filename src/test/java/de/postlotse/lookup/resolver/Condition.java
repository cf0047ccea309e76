package de.postlotse.lookup.resolver;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/** One way in which a {@link ScriptedDns} treats a question. */
@FunctionalInterface
interface Condition {

    /** From the records, as a sound server would. */
    Condition NONE = (query, zones, overTcp) -> now(zones.answer(query));

    /** The bytes of the answer; a future that never completes where there is none. */
    CompletableFuture<byte[]> play(Message query, ScriptedZones zones, boolean overTcp);

    static Condition servfail() {
        return (query, zones, overTcp) -> now(empty(query, zones, Rcode.SERVFAIL));
    }

    static Condition refused() {
        return (query, zones, overTcp) -> now(empty(query, zones, Rcode.REFUSED));
    }

    static Condition nxdomain() {
        return (query, zones, overTcp) -> now(zones.negative(query, Rcode.NXDOMAIN));
    }

    static Condition nodata() {
        return (query, zones, overTcp) -> now(zones.negative(query, Rcode.NOERROR));
    }

    static Condition lost(int packets) {
        AtomicInteger left = new AtomicInteger(packets);
        return (query, zones, overTcp) -> left.getAndUpdate(n -> Math.max(0, n - 1)) > 0
                ? new CompletableFuture<>()
                : NONE.play(query, zones, overTcp);
    }

    static Condition delayed(Duration delay) {
        return (query, zones, overTcp) -> NONE.play(query, zones, overTcp)
                .thenApplyAsync(
                        bytes -> bytes, CompletableFuture.delayedExecutor(delay.toMillis(), TimeUnit.MILLISECONDS));
    }

    /** Answers the first question after a while, and no other. */
    static Condition lateOnce(Duration delay) {
        AtomicInteger asked = new AtomicInteger();
        return (query, zones, overTcp) ->
                asked.getAndIncrement() == 0 ? delayed(delay).play(query, zones, overTcp) : new CompletableFuture<>();
    }

    /** As a sound server would, once the future is complete. */
    static Condition held(CompletableFuture<?> until) {
        return (query, zones, overTcp) -> until.thenCompose(released -> NONE.play(query, zones, overTcp));
    }

    static Condition truncated(boolean silentOverTcp) {
        return (query, zones, overTcp) -> {
            if (overTcp) {
                return silentOverTcp ? new CompletableFuture<>() : NONE.play(query, zones, true);
            }
            Message message = empty(query, zones, Rcode.NOERROR);
            message.getHeader().setFlag(Flags.TC);
            return now(message);
        };
    }

    static Condition wrongId() {
        return (query, zones, overTcp) -> {
            Message message = zones.answer(query);
            message.getHeader().setID(query.getHeader().getID() ^ 1);
            return now(message);
        };
    }

    /** What a sound server would answer, with something about it changed. */
    static Condition edited(Consumer<Message> edit) {
        return (query, zones, overTcp) -> {
            Message message = zones.answer(query);
            edit.accept(message);
            return now(message);
        };
    }

    /** A server that knows no EDNS: fails where the question has an OPT record, or says nothing where there is no code. */
    static Condition withoutEdns(@Nullable Integer rcode) {
        return (query, zones, overTcp) -> {
            if (query.getOPT() == null) {
                return NONE.play(query, zones, overTcp);
            }
            if (rcode == null) {
                return new CompletableFuture<>();
            }
            Message message = new Message(query.getHeader().getID());
            message.getHeader().setFlag(Flags.QR);
            message.getHeader().setRcode(rcode);
            return now(message);
        };
    }

    static Condition verbatim(List<Record> records) {
        return (query, zones, overTcp) -> {
            Message message = empty(query, zones, Rcode.NOERROR);
            records.forEach(record -> message.addRecord(record, Section.ANSWER));
            return now(message);
        };
    }

    static Condition refersOnce(List<Record> records) {
        AtomicInteger asked = new AtomicInteger();
        return (query, zones, overTcp) -> {
            if (asked.getAndIncrement() > 0) {
                return NONE.play(query, zones, overTcp);
            }
            Message message = empty(query, zones, Rcode.NOERROR);
            message.getHeader().unsetFlag(Flags.AA);
            records.forEach(record ->
                    message.addRecord(record, record.getType() == Type.NS ? Section.AUTHORITY : Section.ADDITIONAL));
            return now(message);
        };
    }

    private static Message empty(Message query, ScriptedZones zones, int rcode) {
        Message message = zones.response(query);
        message.getHeader().setRcode(rcode);
        return message;
    }

    private static CompletableFuture<byte[]> now(Message message) {
        return CompletableFuture.completedFuture(message.toWire(Message.MAXLENGTH));
    }
}
