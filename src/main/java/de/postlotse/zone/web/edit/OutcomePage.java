package de.postlotse.zone.web.edit;

import de.postlotse.policy.FindingText;
import de.postlotse.policy.FindingTexts;
import de.postlotse.zone.StaleVersionException;
import de.postlotse.zone.ZoneDriftedException;
import de.postlotse.zone.ZoneSnapshot;
import de.postlotse.zone.change.AskOutcome;
import de.postlotse.zone.change.ChangePreview;
import de.postlotse.zone.change.SaveOutcome;
import de.postlotse.zone.web.FieldMessages;
import de.postlotse.zone.web.RefusalStatus;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.servlet.support.RequestContextUtils;

/** Where an edit leads: to the zone's page once it is saved or held, and back to its own page otherwise. */
@Component
public record OutcomePage(FindingTexts texts, HttpServletRequest request, HttpServletResponse response) {

    /**
     * Makes an edit and names the view of its end. Where it is not saved the page is shown again: the model says what is
     * wrong.
     *
     * @param again shows the page with all that was typed and with why it was refused, if it was
     * @param ask asks whether the change is to be saved although it does harm
     */
    public String of(
            Supplier<AskOutcome> edit,
            Model model,
            Function<FieldMessages, String> again,
            Function<ChangePreview, String> ask) {
        Locale locale = LocaleContextHolder.getLocale();
        try {
            return switch (edit.get()) {
                case SaveOutcome.Saved saved -> back(saved.zone(), news(saved, locale));
                case SaveOutcome.Waiting waiting -> back(waiting.preview().zone(), Map.of("held", true));
                case SaveOutcome.Refused refused -> {
                    FieldMessages messages = new FieldMessages(texts.of(refused.findings(), locale));
                    RefusalStatus.set(response, refused.verdict());
                    model.addAttribute("refused", messages);
                    yield again.apply(messages);
                }
                case AskOutcome.Harmful harmful -> {
                    model.addAttribute("otherHarms", true);
                    yield ask.apply(harmful.preview());
                }
            };
        } catch (StaleVersionException | ZoneDriftedException somebodyWasFirst) {
            response.setStatus(HttpServletResponse.SC_CONFLICT);
            model.addAttribute("conflict", true);
            return again.apply(FieldMessages.NONE);
        }
    }

    /** The same for a page that names all harm by itself, and is its own question. */
    public String of(Supplier<AskOutcome> edit, Model model, Supplier<String> again) {
        return of(edit, model, messages -> again.get(), harmful -> again.get());
    }

    private Map<String, @Nullable Object> news(SaveOutcome.Saved saved, Locale locale) {
        List<String> remarks = texts.of(saved.findings(), locale).stream()
                .map(FindingText::message)
                .toList();
        Map<String, @Nullable Object> news = new HashMap<>();
        news.put("saved", true);
        news.put("savedRemarks", remarks);
        news.put("undo", saved.replaced());
        return news;
    }

    private String back(ZoneSnapshot zone, Map<String, ? extends @Nullable Object> news) {
        RequestContextUtils.getOutputFlashMap(request).putAll(news);
        return "redirect:/domains/" + zone.name();
    }
}
