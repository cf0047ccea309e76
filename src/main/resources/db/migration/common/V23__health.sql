-- Whose servers take the mail of a zone, and how it is, are two things: the second with since when and why, worst first.
-- The column attention stays for the version before.
alter table zone add column servers varchar(20) default 'NOT_CHECKED' not null;
alter table zone add column health integer default 2 not null;
alter table zone add column health_why varchar(30) default 'NOT_CHECKED_YET' not null;
alter table zone add column health_since timestamp with time zone default current_timestamp not null;

-- What was believed of the servers of a zone that the world asks us about. All others are looked at anew.
update zone set servers = case
    when exists (select 1 from zone_finding f where f.zone_id = zone.id and f.kind = 'NO_SERVER_LEFT') then 'NONE_LEFT'
    when exists (select 1 from zone_finding f where f.zone_id = zone.id
        and f.kind in ('TARGET_GONE', 'TARGET_NO_ADDRESS', 'TARGET_PRIVATE', 'TARGET_ALIAS')) then 'SOME_UNUSABLE'
    when delegation <> 'OURS' or exists (
        select 1 from mx_record r left join mail_host h on h.name = r.target
        where r.zone_id = zone.id and r.target <> '.' and h.host_condition is null) then 'NOT_CHECKED'
    when exists (select 1 from zone_finding f where f.zone_id = zone.id and f.kind = 'TARGET_UNRESOLVABLE') then 'UNTOLD'
    else 'USABLE' end;
update zone set health_why = case
    when delegation in ('ELSEWHERE', 'NONE') then 'NOT_DELEGATED'
    when publication_state = 'OVERDUE' then 'NOT_PUBLISHED'
    when publication_state in ('ORDERED', 'SPREADING', 'FAILING') then 'BEING_PUBLISHED'
    when servers = 'NONE_LEFT' then 'NO_SERVER_LEFT'
    when publication_state = 'DRIFTED' then 'CHANGED_ELSEWHERE'
    when routing = 'UNSET' then 'NO_MAIL_SERVER'
    when servers = 'SOME_UNUSABLE' then 'SERVER_UNUSABLE'
    when servers = 'NOT_CHECKED' then 'NOT_CHECKED_YET'
    when servers = 'UNTOLD' then 'CANNOT_BE_TOLD'
    when routing = 'NO_MAIL' then 'NO_MAIL_WANTED'
    else 'IN_ORDER' end;
update zone set health = case
    when health_why in ('NOT_DELEGATED', 'NOT_PUBLISHED', 'NO_SERVER_LEFT') then 0
    when health_why in ('CHANGED_ELSEWHERE', 'NO_MAIL_SERVER', 'SERVER_UNUSABLE') then 1
    when health_why in ('NO_MAIL_WANTED', 'IN_ORDER') then 3
    else 2 end;

create index zone_customer_health on zone (customer, health, name);
create index zone_health on zone (health, name);
create index zone_servers on zone (servers, checked_at);
