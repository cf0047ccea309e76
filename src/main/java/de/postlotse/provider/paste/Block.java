package de.postlotse.provider.paste;

/** Whether the lines here are about MX records: something said so before, or nothing says anything. */
final class Block {

    private final boolean textSaysMx;
    private boolean inside;
    private boolean aboutOther;

    /** @param textSaysMx whether any line of the text says "MX"; then lines that do not count only beside one that does */
    Block(boolean textSaysMx) {
        this.textSaysMx = textSaysMx;
        this.inside = !textSaysMx;
    }

    void start() {
        inside = true;
        aboutOther = false;
    }

    /** Something else begins: another type, another service. */
    void end() {
        inside = !textSaysMx;
        aboutOther = true;
    }

    /** The text is over; only what says so itself counts. */
    void close() {
        inside = false;
        aboutOther = true;
    }

    boolean isInside() {
        return inside;
    }

    /** Whether a server with its priority counts even where nothing said "MX" before it. */
    boolean takesPriorities() {
        return inside || !aboutOther;
    }

    boolean textSaysMx() {
        return textSaysMx;
    }
}
