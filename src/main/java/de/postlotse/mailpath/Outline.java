package de.postlotse.mailpath;

/** Outlines as SVG paths (SVG 2 §9.3). */
final class Outline {

    private Outline() {}

    /** A box with round corners. */
    static String box(int x, int y, int width, int height, int radius) {
        int r = Math.min(radius, height / 2);
        int across = width - 2 * r;
        int down = height - 2 * r;
        return "M%d %dh%d".formatted(x + r, y, across)
                + turn(r, r, r)
                + ("v" + down)
                + turn(r, -r, r)
                + ("h" + -across)
                + turn(r, -r, -r)
                + ("v" + -down)
                + turn(r, r, -r)
                + "z";
    }

    private static String turn(int radius, int x, int y) {
        return "a%d %d 0 0 1 %d %d".formatted(radius, radius, x, y);
    }

    /** A box whose corners are cut off. */
    static String cut(int x, int y, int width, int height, int corner) {
        int across = width - 2 * corner;
        int down = height - 2 * corner;
        return "M%d %dh%dl%d %dv%d".formatted(x + corner, y, across, corner, corner, down)
                + "l%d %dh%dl%d %dv%dz".formatted(-corner, corner, -across, -corner, -corner, -down);
    }
}
