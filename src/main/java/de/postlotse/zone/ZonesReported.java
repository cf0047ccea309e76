package de.postlotse.zone;

import java.util.List;

/** News of some zones, to be written down together; whoever publishes tells them by this event. */
public record ZonesReported(List<ZoneNews> news) {

    public ZonesReported {
        news = List.copyOf(news);
    }

    public static ZonesReported of(ZoneNews... news) {
        return new ZonesReported(List.of(news));
    }
}
