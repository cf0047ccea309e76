package de.postlotse.zone.web;

import de.postlotse.account.Caller;
import de.postlotse.dns.DomainName;
import de.postlotse.zone.SaveOutcome;
import de.postlotse.zone.StaleVersionException;
import de.postlotse.zone.ZoneDriftedException;
import de.postlotse.zone.Zones;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where an edit leads that was made with one click. */
@Component
class ActionEnd {

    private final Zones zones;
    private final ZoneModel zoneModel;
    private final PreviewModel previews;
    private final SavedRedirect redirects;

    ActionEnd(Zones zones, ZoneModel zoneModel, PreviewModel previews, SavedRedirect redirects) {
        this.zones = zones;
        this.zoneModel = zoneModel;
        this.previews = previews;
        this.redirects = redirects;
    }

    String of(Supplier<SaveOutcome> edit, Request request) {
        Model model = request.model();
        try {
            return switch (edit.get()) {
                case SaveOutcome.Saved saved -> redirects.afterSaving(saved, request.redirect(), request.locale());
                case SaveOutcome.Waiting waiting -> redirects.afterHolding(waiting, request.redirect());
                case SaveOutcome.Refused refused -> {
                    RefusalStatus.set(request.response(), refused.verdict());
                    model.addAttribute("refused", zoneModel.messages(refused.findings(), request.locale()));
                    yield zoneModel.show(model, request.caller(), refused.zone());
                }
                case SaveOutcome.Harmful harmful -> {
                    model.addAttribute("reason", request.form().reason());
                    yield previews.ask(
                            model,
                            harmful.preview(),
                            request.action(),
                            request.form().fields(),
                            false,
                            request.locale());
                }
            };
        } catch (StaleVersionException | ZoneDriftedException somebodyWasFirst) {
            request.response().setStatus(HttpServletResponse.SC_CONFLICT);
            model.addAttribute("conflict", true);
            return zoneModel.show(model, request.caller(), zones.require(request.caller(), request.zone()));
        }
    }

    /**
     * What an action needs to show its end.
     *
     * @param action where the form was sent to, below the zone's address
     */
    record Request(
            Caller caller,
            DomainName zone,
            String action,
            ActionForm form,
            Locale locale,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response) {}
}
