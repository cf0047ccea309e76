package de.postlotse.lookup.resolver;

import de.postlotse.lookup.HostAnswer.Cause;
import java.util.List;
import java.util.Optional;
import org.xbill.DNS.EDNSOption;
import org.xbill.DNS.ExtendedErrorCodeOption;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.OPTRecord;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/** What became of one question. */
sealed interface DnsReply {

    /** The server spoke: NOERROR or NXDOMAIN. */
    record Answer(Message message) implements DnsReply {

        /** Whether the data is the server's own (RFC 1035 §4.1.1, AA). */
        boolean isAuthoritative() {
            return message.getHeader().getFlag(Flags.AA);
        }

        boolean isNameError() {
            return message.getRcode() == Rcode.NXDOMAIN;
        }

        List<Record> records() {
            return message.getSection(Section.ANSWER);
        }

        /** The zone that a negative answer comes from, by its SOA record (RFC 2308 §3). */
        Optional<Name> zoneOfNegative() {
            return authority(Type.SOA);
        }

        /** The zone cut that the server points to instead of answering (RFC 2308 §2.1.1, "referral response"). */
        Optional<Name> referral() {
            boolean refers = !isAuthoritative()
                    && !isNameError()
                    && records().isEmpty()
                    && zoneOfNegative().isEmpty();
            return refers ? authority(Type.NS) : Optional.empty();
        }

        private Optional<Name> authority(int type) {
            return message.getSection(Section.AUTHORITY).stream()
                    .filter(record -> record.getType() == type)
                    .map(Record::getName)
                    .findFirst();
        }
    }

    /** The server does not answer for this name, or not for us. */
    record Refused() implements DnsReply {}

    /** Nothing that one could conclude from. */
    record Failed(Cause cause) implements DnsReply {}

    /** Reads the response code first: the sections of a failed response mean nothing. */
    static DnsReply of(Message message, DnsQuestion question) {
        if (!question.isAnsweredBy(message)) {
            return new Failed(Cause.SERVER_FAILURE);
        }
        return switch (message.getRcode()) {
            case Rcode.NOERROR, Rcode.NXDOMAIN -> {
                Answer answer = new Answer(message);
                // A referral from a resolver is no NODATA: it is a server that does not recurse.
                boolean useless = question.recursive() && answer.referral().isPresent();
                yield useless ? new Refused() : answer;
            }
            case Rcode.REFUSED, Rcode.NOTAUTH -> new Refused();
            default -> new Failed(isBogus(message) ? Cause.BOGUS : Cause.SERVER_FAILURE);
        };
    }

    /** RFC 8914 §4.6 to §4.13: what a validating resolver says where signatures do not fit. */
    private static boolean isBogus(Message message) {
        OPTRecord opt = message.getOPT();
        return opt != null
                && opt.getOptions(EDNSOption.Code.EDNS_EXTENDED_ERROR).stream()
                        .map(ExtendedErrorCodeOption.class::cast)
                        .mapToInt(ExtendedErrorCodeOption::getErrorCode)
                        .anyMatch(code -> code >= ExtendedErrorCodeOption.DNSSEC_INDETERMINATE
                                && code <= ExtendedErrorCodeOption.NSEC_MISSING);
    }
}
