-- Why a change was made, in the words of whoever made it.
alter table zone_change add column reason varchar(300);
