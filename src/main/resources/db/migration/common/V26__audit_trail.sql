-- Who logged in, was refused, changed accounts, read what: lines are added and never changed, but for the address, which
-- is forgotten after a while. Each has a hash over itself and the hash of the line before; of the address it covers a
-- digest with a salt that is forgotten together with the address.
create table audit_entry (
    id bigint primary key,
    happened_at timestamp with time zone not null,
    kind varchar(30) not null,
    username varchar(100) not null,
    subject varchar(300) not null,
    detail varchar(500) not null,
    request varchar(20) not null,
    origin varchar(60),
    origin_salt varchar(40),
    origin_digest varchar(64) not null,
    hash varchar(64) not null
);
create index audit_entry_time on audit_entry (happened_at);
create index audit_entry_kind on audit_entry (kind, id);
create index audit_entry_user on audit_entry (username, id);
create index audit_entry_subject on audit_entry (subject, id);

-- The end of the chain: whoever adds a line locks it.
create table audit_head (
    last_id bigint not null,
    last_hash varchar(64) not null,
    addresses_until timestamp with time zone not null
);
insert into audit_head (last_id, last_hash, addresses_until)
values (0, 'begin', timestamp with time zone '1970-01-01 00:00:00+00');
