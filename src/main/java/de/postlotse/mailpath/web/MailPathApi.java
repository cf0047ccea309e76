package de.postlotse.mailpath.web;

import de.postlotse.api.ApiProblem;
import de.postlotse.dns.DomainName;
import de.postlotse.dns.TypedName;
import de.postlotse.mailpath.MailPath;
import de.postlotse.mailpath.MailPaths;
import de.postlotse.mailpath.RouteViews;
import de.postlotse.mailpath.TypedRecipient;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The way of the mail for programs; anybody who is logged in may ask about any domain, since DNS is public. */
@RestController
@RequestMapping("/api/v1/mail-path")
record MailPathApi(MailPaths paths, RouteViews views, MessageSource messages) {

    /** The way as DNS has it now. */
    @GetMapping
    RouteJson now(
            @RequestParam @Nullable String domain,
            @RequestParam @Nullable String address,
            @RequestParam(defaultValue = "") List<String> off,
            Locale locale) {
        return answer(new QuestionJson(domain, address, off, null), locale);
    }

    /** The way with records that are not saved, or without any. */
    @PostMapping
    RouteJson assumed(@Valid @RequestBody QuestionJson question, Locale locale) {
        return answer(question, locale);
    }

    private RouteJson answer(QuestionJson question, Locale locale) {
        return switch (TypedRecipient.domain(question.recipient())) {
            case TypedName.Invalid invalid -> throw problem(question, invalid.fault(), locale);
            case TypedName.Valid valid -> {
                MailPath path = path(valid.name(), question);
                yield RouteJson.of(path.without(question.switchedOff()), route -> views.of(route, "way", locale));
            }
        };
    }

    private MailPath path(DomainName domain, QuestionJson question) {
        return (question.records() == null ? paths.of(domain) : paths.of(domain, question.mxRecords())).join();
    }

    private ApiProblem problem(QuestionJson question, TypedName.Fault fault, Locale locale) {
        return new ApiProblem(HttpStatus.BAD_REQUEST, "domain-unreadable")
                .at(question.domain() == null && question.address() != null ? "address" : "domain")
                .saying(messages.getMessage("mail-path.wrong." + fault, null, locale));
    }
}
