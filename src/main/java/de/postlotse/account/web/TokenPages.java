package de.postlotse.account.web;

import de.postlotse.account.ApiTokens;
import de.postlotse.account.Caller;
import de.postlotse.account.TokenCreation;
import de.postlotse.account.TokenLine;
import de.postlotse.account.TokenValidity;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.regex.Pattern;
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
class TokenPages {

    private static final Pattern CONTROL_CHARACTERS = Pattern.compile("\\p{Cntrl}+");

    private final ApiTokens tokens;

    TokenPages(ApiTokens tokens) {
        this.tokens = tokens;
    }

    /** Shows a token that was just created, for the only time. */
    @GetMapping(NewTokenCookie.PATH)
    String list(
            Caller caller,
            @CookieValue(name = NewTokenCookie.NAME, defaultValue = "") String secret,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        if (!secret.isEmpty()) {
            NewTokenCookie.remove(request, response);
            tokens.findOwn(caller, secret).ifPresent(token -> {
                model.addAttribute("secret", secret);
                model.addAttribute("secretOf", token.name());
            });
        }
        return page(caller, "", TokenValidity.YEAR, model);
    }

    @PostMapping(NewTokenCookie.PATH)
    String create(
            Caller caller,
            @RequestParam(defaultValue = "") String name,
            @RequestParam TokenValidity validity,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        String tidyName = CONTROL_CHARACTERS.matcher(name).replaceAll(" ").strip();
        return switch (tokens.create(caller, tidyName, validity)) {
            case TokenCreation.Created created -> {
                NewTokenCookie.add(created.secret(), request, response);
                yield "redirect:" + NewTokenCookie.PATH;
            }
            case TokenCreation.BadName bad -> {
                model.addAttribute("nameAtFault", true);
                yield refused(caller, tidyName, validity, model, response);
            }
            case TokenCreation.TooMany full -> refused(caller, tidyName, validity, model, response);
        };
    }

    @PostMapping(NewTokenCookie.PATH + "/revoke")
    String revoke(Caller caller, @RequestParam long id, RedirectAttributes redirect) {
        tokens.revoke(caller, id);
        redirect.addFlashAttribute("revoked", true);
        return "redirect:" + NewTokenCookie.PATH;
    }

    private String refused(
            Caller caller, String name, TokenValidity validity, Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(caller, name, validity, model);
    }

    private String page(Caller caller, String name, TokenValidity validity, Model model) {
        List<TokenLine> lines = tokens.list(caller);
        model.addAttribute("tokens", lines);
        model.addAttribute("full", lines.size() >= ApiTokens.MOST_OF_AN_ACCOUNT);
        model.addAttribute("most", ApiTokens.MOST_OF_AN_ACCOUNT);
        model.addAttribute("longestName", ApiTokens.LONGEST_NAME);
        model.addAttribute("name", name);
        model.addAttribute("validity", validity);
        model.addAttribute("validities", TokenValidity.values());
        return "account/tokens";
    }
}
