package de.postlotse.reachability;

import java.io.IOException;

/** The other side does not speak SMTP, or more of it than anybody needs. */
final class NotSmtpException extends IOException {

    private static final long serialVersionUID = 1L;

    NotSmtpException(String message) {
        super(message);
    }
}
