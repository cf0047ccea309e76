package de.postlotse.mailpath;

import java.util.List;

/** A drawing as SVG wants it: shapes, lines and texts with their places, in units of one CSS pixel. */
public record Picture(int width, int height, List<Shape> shapes, List<Text> texts) {

    /**
     * An outline or a line.
     *
     * @param look its class in the style sheet
     * @param path as the {@code d} of an SVG path
     */
    public record Shape(String look, String path) {}

    /** A line of text, by the place of its middle. */
    public record Text(String look, int x, int y, String text) {}
}
