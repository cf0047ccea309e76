-- Which sets name a host, in the order of the owners.
create index mx_record_use on mx_record (target, owner, zone_id, preference);
