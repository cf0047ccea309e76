-- What has changed lately across all zones, and what somebody changed.
create index if not exists zone_change_changed_at on zone_change (changed_at, id);
create index if not exists zone_change_actor on zone_change (actor, changed_at, id);
