-- The sets that the name server was last seen to answer with, as lines of a master file: tells an old state of ours from
-- a change by somebody else.
alter table zone add column served_sets text default '' not null;
