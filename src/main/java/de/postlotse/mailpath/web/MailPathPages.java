package de.postlotse.mailpath.web;

import de.postlotse.dns.DomainName;
import de.postlotse.dns.TypedName;
import de.postlotse.mailpath.MailPath;
import de.postlotse.mailpath.MailPaths;
import de.postlotse.mailpath.RouteViews;
import de.postlotse.mailpath.TypedRecipient;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** "Wie kommt meine Mail an?", for any domain: what is asked is public DNS. */
@Controller
class MailPathPages {

    private final MailPaths paths;
    private final RouteViews views;

    MailPathPages(MailPaths paths, RouteViews views) {
        this.paths = paths;
        this.views = views;
    }

    /**
     * @param q domain or e-mail address as typed; blank for the empty form
     * @param off servers that are assumed to be off
     */
    @GetMapping("/mail-path")
    String show(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") List<String> off,
            Locale locale,
            Model model) {
        model.addAttribute("q", q);
        if (!TypedName.trim(q).isEmpty()) {
            switch (TypedRecipient.read(q)) {
                case TypedRecipient.Invalid invalid -> model.addAttribute("wrong", invalid.fault());
                case TypedRecipient.Valid valid -> show(valid.domain(), names(off), locale, model);
            }
        }
        return "mailpath/page";
    }

    private void show(DomainName domain, Set<DomainName> off, Locale locale, Model model) {
        MailPath path = paths.of(domain).join();
        model.addAttribute("view", views.of(path.without(off), "way", locale));
        model.addAttribute("switches", SwitchView.of(path.route(), off));
    }

    private static Set<DomainName> names(List<String> typed) {
        Set<DomainName> names = new LinkedHashSet<>();
        for (String text : typed) {
            if (TypedName.read(text) instanceof TypedName.Valid valid) {
                names.add(valid.name());
            }
        }
        return names;
    }
}
