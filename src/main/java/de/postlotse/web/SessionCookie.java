package de.postlotse.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;
import org.springframework.stereotype.Component;

/** The cookie of a session; where TLS protects it, one that no neighbouring site can replace. */
@Component
class SessionCookie implements CookieSerializer {

    static final String NAME = "postlotse";

    private final CookieSerializer plain = named(NAME, false);
    private final CookieSerializer encrypted = named(SealedCookie.OF_THIS_HOST + NAME, true);

    @Override
    public void writeCookieValue(CookieValue cookie) {
        of(cookie.getRequest()).writeCookieValue(cookie);
    }

    @Override
    public List<String> readCookieValues(HttpServletRequest request) {
        return of(request).readCookieValues(request);
    }

    private CookieSerializer of(HttpServletRequest request) {
        return request.isSecure() ? encrypted : plain;
    }

    private static CookieSerializer named(String name, boolean overTls) {
        DefaultCookieSerializer cookie = new DefaultCookieSerializer();
        cookie.setCookieName(name);
        cookie.setCookiePath("/");
        cookie.setUseHttpOnlyCookie(true);
        cookie.setUseSecureCookie(overTls);
        cookie.setSameSite("Lax");
        return cookie;
    }
}
