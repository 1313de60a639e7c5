-- The number of the last change that touched nothing but what lists count of a paper: votes and
-- comments. Beside the paper's own revision, so that a follower that has read that one need not
-- read the whole paper again, and narrow, so that a vote rewrites no description.
create table count_change (
    paper    integer primary key,
    revision bigint not null unique
);
