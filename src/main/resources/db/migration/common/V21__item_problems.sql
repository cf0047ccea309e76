-- The items of all kinds of jobs say in the same column why they failed.
alter table replacement_item add column problem varchar(40);
