package de.postlotse.zone.web;

import de.postlotse.zone.NoSuchRecordException;
import de.postlotse.zone.NoSuchZoneException;
import de.postlotse.zone.history.NoSuchVersionException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** Leads to the page "not found", whether something is somebody else's or nobody's. */
@ControllerAdvice(annotations = Controller.class)
@Order(0)
class PageProblems {

    @ExceptionHandler({NoSuchZoneException.class, NoSuchRecordException.class, NoSuchVersionException.class})
    void notFound(HttpServletResponse response) throws IOException {
        response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }
}
