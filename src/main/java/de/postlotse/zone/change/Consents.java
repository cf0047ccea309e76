package de.postlotse.zone.change;

import de.postlotse.account.Seal;
import de.postlotse.dns.MxSet;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Knows whether a person has seen what they agree to. The question carries a mark over the harms, the sets before and
 * after and the state of the zone: who sends codes of harms alone, or those of another question, is asked.
 */
@Component
public class Consents {

    private static final String USE = "consent";

    private final Seal seal;

    Consents(Seal seal) {
        this.seal = seal;
    }

    /** For the form that asks: the codes of the harms, a dot and the mark. */
    public String of(ChangePreview preview) {
        String codes = preview.harms().stream().map(Harm::name).sorted().collect(Collectors.joining(" "));
        return codes + "." + seal.mark(USE, asked(codes, preview));
    }

    /** Whether there is nothing among the harms of a change that the person would have to be shown first. */
    public boolean cover(Consent consent, ChangePreview preview) {
        if (preview.harms().isEmpty()) {
            return true;
        }
        String given = consent.given() == null ? "" : consent.given();
        int dot = given.indexOf('.');
        if (dot < 0) {
            return false;
        }
        String codes = given.substring(0, dot);
        return shown(codes).containsAll(preview.harms())
                && seal.isMark(given.substring(dot + 1), USE, asked(codes, preview));
    }

    private static Set<Harm> shown(String codes) {
        List<String> given = List.of(codes.split(" "));
        return Arrays.stream(Harm.values())
                .filter(harm -> given.contains(harm.name()))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Harm.class)));
    }

    /** All that the page has shown of a change and that decides what it does. */
    private static String asked(String codes, ChangePreview preview) {
        String sets = preview.changes().stream()
                .map(change -> change.owner() + " " + text(change.before()) + " > " + text(change.after()))
                .collect(Collectors.joining("\n"));
        return String.join(
                "\n", codes, preview.zone().name().toString(), preview.zone().revision(), sets);
    }

    private static String text(Optional<MxSet> set) {
        return set.map(found -> found.ttl() + " " + found.records()).orElse("-");
    }
}
