package de.postlotse.mailpath;

import de.postlotse.mailpath.Picture.Shape;
import de.postlotse.mailpath.Picture.Text;
import de.postlotse.mailpath.RouteView.GroupView;
import de.postlotse.mailpath.RouteView.Look;
import de.postlotse.mailpath.RouteView.ServerView;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Draws the way of a mail from top to bottom, narrow enough for a phone. What matters is told by shape, line style and
 * words, never by colour alone.
 */
final class PictureMaker {

    private static final int WIDTH = 320;
    private static final int LINE = 17;
    private static final int PADDING = 8;
    private static final int ARROW = 26;
    private static final int MOST_ADDRESSES = 4;

    private final String sender;
    private final String otherwise;
    private final String nobody;
    private final String end;
    private final List<Shape> shapes = new ArrayList<>();
    private final List<Text> texts = new ArrayList<>();
    private int y = 2;

    /**
     * @param otherwise stands between groups, where the one before does not answer
     * @param nobody stands there where none of the one before is contacted at all
     */
    PictureMaker(String sender, String otherwise, String nobody, String end) {
        this.sender = sender;
        this.otherwise = otherwise;
        this.nobody = nobody;
        this.end = end;
    }

    Picture draw(List<String> steps, List<GroupView> groups, String outcome) {
        box("sender", 8, Wrapped.lines(sender));
        for (String step : steps) {
            arrow("");
            texts("step", Wrapped.lines(step));
        }
        for (int i = 0; i < groups.size(); i++) {
            arrow(i == 0 ? "" : onwards(groups.get(i - 1)));
            group(groups.get(i));
        }
        arrow("");
        end(outcome.toLowerCase(Locale.ROOT), Wrapped.lines(end));
        return new Picture(WIDTH, y + 2, List.copyOf(shapes), List.copyOf(texts));
    }

    private String onwards(GroupView before) {
        return before.servers().stream().allMatch(server -> server.look() == Look.SKIPPED) ? nobody : otherwise;
    }

    private void group(GroupView group) {
        int top = y;
        y += PADDING;
        texts("title", Wrapped.lines(group.title()));
        for (ServerView server : group.servers()) {
            y += PADDING;
            server(server);
        }
        y += PADDING;
        shapes.addFirst(new Shape("group", Outline.box(2, top, WIDTH - 4, y - top, 2)));
    }

    private void server(ServerView server) {
        List<String> lines = new ArrayList<>(Wrapped.lines(server.look().mark() + "\u00A0" + server.shownName()));
        int nameLines = lines.size();
        if (server.alias() != null) {
            lines.addAll(Wrapped.lines("→ " + server.alias()));
        }
        server.addresses().stream().limit(MOST_ADDRESSES).forEach(lines::add);
        if (server.addresses().size() > MOST_ADDRESSES) {
            lines.add("+ " + (server.addresses().size() - MOST_ADDRESSES));
        }
        lines.addAll(Wrapped.lines(server.fateText()));
        int top = y;
        y += PADDING;
        texts("name", lines.subList(0, nameLines));
        texts("detail", lines.subList(nameLines, lines.size()));
        y += PADDING;
        String look = "server-" + server.look().name().toLowerCase(Locale.ROOT);
        shapes.add(new Shape(look, Outline.box(14, top, WIDTH - 28, y - top, 6)));
    }

    private void box(String look, int radius, List<String> lines) {
        int top = y;
        y += PADDING;
        texts("name", lines);
        y += PADDING;
        shapes.add(new Shape(look, Outline.box(14, top, WIDTH - 28, y - top, radius)));
    }

    /** Delivered is a pill, deferred has points at its sides, bounced is an octagon like a stop sign. */
    private void end(String outcome, List<String> lines) {
        int top = y;
        y += PADDING + 2;
        texts("name", lines);
        y += PADDING + 2;
        int height = y - top;
        String path = switch (outcome) {
            case "delivered" -> Outline.box(14, top, WIDTH - 28, height, height / 2);
            case "deferred" -> Outline.cut(14, top, WIDTH - 28, height, height / 2);
            default -> Outline.cut(14, top, WIDTH - 28, height, height / 3);
        };
        shapes.add(new Shape("end-" + outcome, path));
    }

    /** An arrow down; one that stands for "or else" says so and is dashed. */
    private void arrow(String label) {
        if (!label.isEmpty()) {
            texts("detail", List.of(label));
        }
        int middle = WIDTH / 2;
        int bottom = y + ARROW;
        shapes.add(new Shape(label.isEmpty() ? "line" : "line-else", "M%d %dV%d".formatted(middle, y + 2, bottom - 4)));
        shapes.add(new Shape("head", "M%d %dl-5 -9h10z".formatted(middle, bottom - 2)));
        y = bottom;
    }

    private void texts(String look, List<String> lines) {
        for (String line : lines) {
            y += LINE;
            texts.add(new Text(look, WIDTH / 2, y - 4, line));
        }
    }
}
