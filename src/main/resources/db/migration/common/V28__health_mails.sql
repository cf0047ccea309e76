-- Who wants to hear by mail of their domains that are broken, and fine again.
alter table account add column health_mail boolean default false not null;

-- What an account was last told of a zone: that it is broken, or after that that it is fine again. Without a row it was told
-- of nothing. No reference to the account: its rows are removed once it is gone.
create table health_mail_told (
    username varchar(100) not null,
    zone_id bigint not null references zone (id) on delete cascade,
    broken boolean not null,
    told_at timestamp with time zone not null,
    primary key (username, zone_id)
);
create index health_mail_told_zone on health_mail_told (zone_id);

-- Accounts whose mails the mail server did not take, and when to try again.
create table health_mail_pause (
    username varchar(100) primary key,
    failures integer not null,
    paused_until timestamp with time zone not null
);
