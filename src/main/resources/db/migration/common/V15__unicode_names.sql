-- The names of zones as people write them, where that differs from the name itself: searches find either.
alter table zone add column unicode_name varchar(255);
