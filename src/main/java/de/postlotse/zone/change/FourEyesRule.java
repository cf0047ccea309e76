package de.postlotse.zone.change;

import de.postlotse.account.Caller;
import de.postlotse.dns.MxSet;
import java.util.EnumSet;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Decides whether a change of one zone waits for a second pair of eyes, from what it does and who makes it. */
@Component
class FourEyesRule {

    private static final int ONE_ZONE = 1;

    private final FourEyesProperties properties;

    FourEyesRule(FourEyesProperties properties) {
        this.properties = properties;
    }

    /** For which of its kinds a change waits; none where it does not. */
    Set<FourEyesProperties.Kind> why(ChangePreview change, Caller editor) {
        Set<FourEyesProperties.Kind> why = EnumSet.noneOf(FourEyesProperties.Kind.class);
        if (properties.includes(FourEyesProperties.Kind.STAFF_EDIT)
                && editor.isStaff()
                && !change.harms().isEmpty()) {
            why.add(FourEyesProperties.Kind.STAFF_EDIT);
        }
        if (properties.includes(FourEyesProperties.Kind.NULL_MX)
                && change.changes().stream().anyMatch(FourEyesRule::becomesNullMx)) {
            why.add(FourEyesProperties.Kind.NULL_MX);
        }
        if (change.harms().contains(Harm.MAIL_LEAVES_OUR_SERVERS) && properties.leavesTooMany(ONE_ZONE)) {
            why.add(FourEyesProperties.Kind.MAIL_LEAVES_OUR_SERVERS);
        }
        return why;
    }

    private static boolean becomesNullMx(SetChange change) {
        return change.after().filter(MxSet::isNullMx).isPresent()
                && change.before().filter(MxSet::isNullMx).isEmpty();
    }
}
