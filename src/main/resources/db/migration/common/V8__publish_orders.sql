-- One order a zone: to bring what the store wants to its name server. Taken by one node at a time, for a while; the
-- clock is the store's.
create table publish_order (
    zone_id bigint primary key references zone (id) on delete cascade,
    name_server varchar(60) not null,
    due_at timestamp with time zone not null,
    taken_by varchar(60),
    taken_until timestamp with time zone
);
create index publish_order_due on publish_order (name_server, due_at);

insert into publish_order (zone_id, name_server, due_at)
select z.id, z.name_server, t.execution_time
from scheduled_tasks t join zone z on cast(z.id as varchar(20)) = t.task_instance
where t.task_name = 'publish-zone';

delete from scheduled_tasks where task_name = 'publish-zone';
