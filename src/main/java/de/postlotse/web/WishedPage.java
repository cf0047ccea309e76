package de.postlotse.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.springframework.security.web.savedrequest.SimpleSavedRequest;
import org.springframework.stereotype.Component;

/** Remembers which page somebody wanted who has to log in first: in a cookie, as there is no session yet. */
@Component
class WishedPage implements RequestCache {

    /** With its mark it still is a cookie that every browser keeps. */
    private static final int LONGEST = 2000;

    private final SealedCookie cookie;

    WishedPage(SealedCookies cookies) {
        this.cookie = cookies.named("postlotse-page");
    }

    @Override
    public void saveRequest(HttpServletRequest request, HttpServletResponse response) {
        String accepted = String.valueOf(request.getHeader(HttpHeaders.ACCEPT));
        String path = request.getRequestURI().substring(request.getContextPath().length());
        String page = request.getQueryString() == null ? path : path + "?" + request.getQueryString();
        if (request.getMethod().equals("GET")
                && accepted.contains(MediaType.TEXT_HTML_VALUE)
                && !page.startsWith("//") // which would lead to another host
                && page.length() <= LONGEST) {
            cookie.set(page, request, response);
        }
    }

    /** Asked for once, after the log-in. */
    @Override
    public @Nullable SavedRequest getRequest(HttpServletRequest request, HttpServletResponse response) {
        cookie.remove(request, response);
        return cookie.read(request).map(SimpleSavedRequest::new).orElse(null);
    }

    /** A page is only led to, never answered in place of another one. */
    @Override
    public @Nullable HttpServletRequest getMatchingRequest(HttpServletRequest request, HttpServletResponse response) {
        return null;
    }

    @Override
    public void removeRequest(HttpServletRequest request, HttpServletResponse response) {
        cookie.remove(request, response);
    }
}
