package de.postlotse.mailpath.web;

import de.postlotse.dns.DomainName;
import de.postlotse.dns.TypedName;
import de.postlotse.mailpath.MailPath;
import de.postlotse.mailpath.MailPaths;
import de.postlotse.mailpath.Route;
import de.postlotse.mailpath.RouteViews;
import de.postlotse.mailpath.TypedRecipient;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** "Wie kommt meine Mail an?", for any domain: what is asked is public DNS. */
@Controller
record MailPathPages(MailPaths paths, RouteViews views) {

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
            switch (TypedRecipient.domain(q)) {
                case TypedName.Invalid invalid -> model.addAttribute("wrong", invalid.fault());
                case TypedName.Valid valid -> show(valid.name(), QuestionJson.names(off), locale, model);
            }
        }
        return "mailpath/page";
    }

    private void show(DomainName domain, Set<DomainName> off, Locale locale, Model model) {
        MailPath path = paths.of(domain).join();
        model.addAttribute("view", views.of(path.without(off), "way", locale));
        model.addAttribute("switches", SwitchView.of(path.route(), off));
    }

    /** A server that can be switched off to see who takes over. */
    private record SwitchView(String name, String shownName, boolean off) {

        static List<SwitchView> of(Route route, Set<DomainName> off) {
            return route.servers()
                    .filter(server -> server.fate().isContacted())
                    .map(server -> new SwitchView(
                            server.name().toString(), server.name().toUnicode(), off.contains(server.name())))
                    .toList();
        }
    }
}
