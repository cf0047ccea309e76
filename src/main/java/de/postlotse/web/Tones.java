package de.postlotse.web;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The tone in which a page shows a state: one place for all of them, so that a style sheet knows tones only. A
 * state is known by its name, which means the same wherever it occurs.
 */
@Component
class Tones {

    /**
     * One of {@code ok}, {@code warn} for what somebody should look at, {@code bad} for mail that is lost now, {@code
     * wait} for what is under way by itself, and {@code off} for all that calls for no attention.
     */
    public String of(@Nullable Object state) {
        return switch (String.valueOf(state)) {
            case "IN_ORDER", "CURRENT", "ACCEPT", "USABLE", "APPLIED", "DONE", "DELIVERED", "ANSWERS", "TRIED" -> "ok";
            case "BEING_PUBLISHED", "NOT_CHECKED_YET", "CANNOT_BE_TOLD", "ORDERED", "SPREADING" -> "wait";
            case "CHANGED_ELSEWHERE",
                    "NO_MAIL_SERVER",
                    "SERVER_UNUSABLE",
                    "FAILING",
                    "OLD",
                    "NOT_ASKED",
                    "WARN",
                    "RETRY",
                    "ALIAS",
                    "UNCHECKED",
                    "PAUSED",
                    "STOPPED",
                    "AWAITING_APPROVAL",
                    "WAITING",
                    "OVERTAKEN",
                    "WARNING",
                    "DISPUTED",
                    "DEFERRED",
                    "ANSWERS_WITH_REMARKS",
                    "PARTLY",
                    "TOO_MANY",
                    "TARGET_ALIAS",
                    "RECORD_IMPOSSIBLE",
                    "NULL_MX_BESIDE_SERVERS",
                    "TARGET_UNRESOLVABLE",
                    "SECOND_LOOK" -> "warn";
            case "NO_SERVER_LEFT",
                    "NOT_PUBLISHED",
                    "NOT_DELEGATED",
                    "DRIFTED",
                    "OVERDUE",
                    "DIFFERENT",
                    "SILENT",
                    "NOT_SERVING",
                    "REJECT",
                    "DOES_NOT_EXIST",
                    "DANGLING_ALIAS",
                    "NO_ADDRESS",
                    "NOT_REACHABLE",
                    "REJECTED",
                    "REPORTED",
                    "ERROR",
                    "BOUNCED",
                    "VAIN",
                    "BLOCKED_OR_SILENT",
                    "DOES_NOT_ANSWER",
                    "NO_SUCH_NAME",
                    "NOT_PUBLIC",
                    "UNKNOWN",
                    "TARGET_GONE",
                    "TARGET_NO_ADDRESS",
                    "TARGET_PRIVATE",
                    "TARGET_IMPOSSIBLE",
                    "PUBLISHING_FAILING" -> "bad";
            default -> "off";
        };
    }
}
