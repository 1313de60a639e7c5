-- To find the days on which a paper was announced: its records have the source and the name.
create index announcement_by_name on announcement (source, name, kind, day);
