-- Which edit made the change: an edit that is tried again, because the answer to its commit was lost, finds itself here.
alter table zone_change add column edit_id uuid;
create unique index zone_change_edit on zone_change (zone_id, edit_id);
