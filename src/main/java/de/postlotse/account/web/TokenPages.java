package de.postlotse.account.web;

import de.postlotse.account.AccountProblem;
import de.postlotse.account.Caller;
import de.postlotse.account.OwnPassword;
import de.postlotse.account.token.ApiTokens;
import de.postlotse.account.token.OneTimeCookie;
import de.postlotse.store.StorableText;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** "API-Zugänge": one's own tokens. */
@Controller
record TokenPages(ApiTokens tokens, OwnPassword ownPassword) {

    private static final String PATH = "/account/tokens";
    private static final String COOKIE = "new-token";
    private static final OneTimeCookie NEW_TOKEN = new OneTimeCookie(COOKIE, PATH);

    /** Shows a token that was just created, for the only time. */
    @GetMapping(PATH)
    String list(
            Caller caller,
            @CookieValue(name = COOKIE, defaultValue = "") String secret,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        if (!secret.isEmpty()) {
            NEW_TOKEN.remove(request, response);
            tokens.findOwn(caller, secret).ifPresent(token -> {
                model.addAttribute("secret", secret);
                model.addAttribute("secretOf", token.name());
            });
        }
        return page(caller, "", ApiTokens.Validity.YEAR, model);
    }

    @PostMapping(PATH)
    String create(
            Caller caller,
            @RequestParam(defaultValue = "") String name,
            @RequestParam ApiTokens.Validity validity,
            @RequestParam(defaultValue = "") String old,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        String tidyName = Objects.requireNonNullElse(StorableText.line(name), "");
        Optional<AccountProblem> unproven = ownPassword.confirm(caller, old);
        if (unproven.isPresent()) {
            AccountForm.addTo(model, Set.of(unproven.get()));
            return refused(caller, tidyName, validity, model, response);
        }
        return switch (tokens.create(caller, tidyName, validity)) {
            case ApiTokens.Creation.Created created -> {
                NEW_TOKEN.add(created.secret(), request, response);
                yield "redirect:" + PATH;
            }
            case ApiTokens.Creation.BadName bad -> {
                model.addAttribute("nameAtFault", true);
                yield refused(caller, tidyName, validity, model, response);
            }
            case ApiTokens.Creation.TooMany full -> refused(caller, tidyName, validity, model, response);
        };
    }

    @PostMapping(PATH + "/revoke")
    String revoke(Caller caller, @RequestParam long id, RedirectAttributes redirect) {
        tokens.revoke(caller, id);
        redirect.addFlashAttribute("revoked", true);
        return "redirect:" + PATH;
    }

    private String refused(
            Caller caller, String name, ApiTokens.Validity validity, Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(caller, name, validity, model);
    }

    private String page(Caller caller, String name, ApiTokens.Validity validity, Model model) {
        if (!model.containsAttribute("faults")) {
            AccountForm.addTo(model, Set.of());
        }
        List<ApiTokens.TokenLine> lines = tokens.list(caller);
        model.addAttribute("tokens", lines);
        model.addAttribute("full", lines.size() >= ApiTokens.MOST_OF_AN_ACCOUNT);
        model.addAttribute("most", ApiTokens.MOST_OF_AN_ACCOUNT);
        model.addAttribute("longestName", ApiTokens.LONGEST_NAME);
        model.addAttribute("name", name);
        model.addAttribute("validity", validity);
        model.addAttribute("validities", ApiTokens.Validity.values());
        return "account/tokens";
    }
}
