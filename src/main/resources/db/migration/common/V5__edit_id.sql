-- Names an edit before its first attempt, so that one whose acknowledgement was lost is found again and not made twice.
alter table zone_change add column edit_id varchar(36);
create unique index zone_change_edit on zone_change (edit_id);
