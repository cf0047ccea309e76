-- How far the name servers follow the store, by name; what somebody else put there; whether the world asks us at all.
alter table zone add column publication_state varchar(20) default 'LIVE' not null;
alter table zone add column found_sets text default '' not null;
alter table zone add column delegation varchar(20) default 'UNKNOWN' not null;
alter table zone add column delegation_since timestamp with time zone;
alter table zone add column compare_at timestamp with time zone default timestamp with time zone '1970-01-01 00:00:00+00' not null;

update zone set publication_state = case when problem is null then 'ORDERED' else 'FAILING' end
where published_version < version;
-- Two states came between those that lists sort by: 1 (not published) and 2 (being published) before.
update zone set attention = case attention when 1 then 2 else attention + 2 end where attention > 0;

create index zone_compare_at on zone (compare_at);
create index zone_publication_state on zone (publication_state, name_server, next_attempt_at);
