-- Two kinds of findings came between those that lists sort by: 5 (a server that can be none) and 6 (a record that cannot
-- be right). They need no DNS, so that every zone is looked at again.
update zone_finding set weight = weight + 2 where weight >= 5;
update incident set weight = weight + 2 where weight >= 5;
insert into finding_refresh (zone_id) select id from zone;
