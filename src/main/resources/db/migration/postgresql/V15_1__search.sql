-- Finds names by any part of them. Since PostgreSQL 13 whoever owns the database may create this extension.
create extension if not exists pg_trgm;
create index zone_name_part on zone using gin (name gin_trgm_ops);
create index zone_unicode_name_part on zone using gin (unicode_name gin_trgm_ops) where unicode_name is not null;
create index mail_host_name_part on mail_host using gin (name gin_trgm_ops);

-- The same by its beginning, for what is too short to be found as a part.
create index zone_name_start on zone (name varchar_pattern_ops);
create index zone_unicode_name_start on zone (unicode_name varchar_pattern_ops) where unicode_name is not null;
create index zone_customer_start on zone (customer varchar_pattern_ops);
create index mail_host_name_start on mail_host (name varchar_pattern_ops);

-- Which sets name a host, in the order of the owners, and those that name one with some beginning.
create index mx_record_use on mx_record (target varchar_pattern_ops, owner, zone_id, preference);
