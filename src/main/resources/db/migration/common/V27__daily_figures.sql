-- What the start page of the desk shows of the last days: a row for each day and figure, so that no view counts zones.
create table daily_figure (
    of_day date not null,
    figure varchar(30) not null,
    number bigint not null,
    noted_at timestamp with time zone not null,
    primary key (of_day, figure)
);
