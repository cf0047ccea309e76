-- Links to reports are random secrets from now on, of which the store keeps the SHA-256. Older ones have none: they are
-- signed with the key in signing_key, which can go once the last of them has ended, 30 days after this version came.
alter table report_link add column token_hash varchar(64);
create unique index report_link_token on report_link (token_hash);
