-- Finds accounts by any part of their user name or customer number, or by its beginning where it is too short for that.
create index account_username_part on account using gin (username gin_trgm_ops);
create index account_customer_part on account using gin (customer gin_trgm_ops);
create index account_username_start on account (username varchar_pattern_ops);
create index account_customer_start on account (customer varchar_pattern_ops);
