-- Every host that some zone names as its mail server, once, and what DNS says of it over time. What is believed changes
-- only after it was seen in several rounds; until then the other condition is a rumour.
create table mail_host (
    name varchar(255) primary key,
    host_condition varchar(20),
    since timestamp with time zone,
    addresses varchar(2000) default '' not null,
    rumour varchar(20),
    rumour_since timestamp with time zone,
    rumour_rounds integer default 0 not null,
    rumour_seen_at timestamp with time zone,
    ask_again_at timestamp with time zone
);
create index mail_host_condition on mail_host (host_condition, since);
create index mail_host_ask_again_at on mail_host (ask_again_at);

-- The addresses, to find hosts by.
create table mail_host_address (
    address varchar(45) not null,
    host varchar(255) not null references mail_host (name) on delete cascade,
    primary key (address, host)
);
create index mail_host_address_host on mail_host_address (host);
