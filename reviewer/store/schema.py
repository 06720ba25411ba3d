"""The tables of a library, as a list of steps that is only ever added to."""

from sqlite_utils import Database, Migrations

from reviewer.store import derived

APPLICATION_ID = 0x54525652
"""“TRVR” in the header of the file tells a library from any other SQLite file."""

migrations = Migrations("library")

STAMPS = "author text not null, rev integer not null, updated text not null"

TABLES = (
    "create table collection (id text primary key, name text not null, kind text not null) strict",
    """create table transcript (id text primary key, title text not null, source_name text not null,
 source_sha256 text not null, format text not null, imported_at text not null, turn_count integer not null,
 channel text, language text, started_at text, collection text references collection (id)) strict""",
    """create table speaker (id text primary key, transcript text not null references transcript (id),
 name text not null, role text not null) strict""",
    """create table turn (transcript text not null, position integer not null, speaker text, sent_at text,
 kind text not null, text text not null, primary key (transcript, position)) strict, without rowid""",
    """create table rubric (id text primary key, name text not null, version integer not null,
 critical_effect text not null, bands text not null) strict""",
    """create table criterion (id text primary key, rubric text not null references rubric (id),
 position integer not null, letter text not null, name text not null, description text not null,
 weight integer not null, levels text not null, critical integer not null, fail_level integer,
 applies_to text not null) strict""",
    """create table question (id text primary key, rubric text not null references rubric (id),
 position integer not null, text text not null, target_words integer) strict""",
    "create table reviewer (id text primary key, name text not null) strict",
    f"""create table review (id text primary key, transcript text not null references transcript (id),
 reviewer text not null references reviewer (id), rubric text not null references rubric (id), status text not null,
 headline text not null, worked text not null, to_change text not null, try_next text not null, done_at text,
 {STAMPS}) strict""",
    f"""create table rating (id text primary key, review text not null references review (id),
 criterion text not null references criterion (id), value integer, not_applicable integer not null,
 note text not null, {STAMPS}, unique (review, criterion)) strict""",
    f"""create table annotation (id text primary key, review text not null references review (id),
 anchor text not null, criterion text references criterion (id), verdict text not null, text text not null,
 suggestion text, {STAMPS}) strict""",
    f"""create table reply (id text primary key, annotation text not null references annotation (id),
 reviewer text not null references reviewer (id), text text not null, {STAMPS}) strict""",
    f"""create table answer (id text primary key, review text not null references review (id),
 question text not null references question (id), text text not null, {STAMPS}, unique (review, question)) strict""",
    f"""create table revision (id text primary key, review text not null references review (id), name text not null,
 rationale text not null, {STAMPS}) strict""",
    f"""create table revised_turn (id text primary key, revision text not null references revision (id),
 origin integer, order_key text not null, speaker text, text text not null, kind text not null, reason text not null,
 annotations text not null, {STAMPS}) strict""",
    """create table journal (seq integer primary key autoincrement, scope text not null, op text not null,
 at text not null, author text not null, edit text not null, undone integer not null default 0) strict""",
    "create table loose_turns (transcript text primary key, since text not null) strict",
    "create index transcript_source on transcript (source_sha256)",
    "create index speaker_transcript on speaker (transcript)",
    "create index criterion_rubric on criterion (rubric)",
    "create index question_rubric on question (rubric)",
    "create index review_transcript on review (transcript)",
    "create index annotation_review on annotation (review)",
    "create index reply_annotation on reply (annotation)",
    "create index revision_review on revision (review)",
    "create index revised_turn_revision on revised_turn (revision)",
    "create index journal_scope on journal (scope, undone, seq)",
)


@migrations()
def m001_initial(db: Database) -> None:
    """Transcripts, reviews and the journal."""
    for statement in TABLES:
        db.execute(statement)


LIBRARY_PAGE = (
    "alter table transcript add column deleted_at text",
    "create table tag (id text primary key, name text not null) strict",
    """create table tagging (id text primary key, transcript text not null references transcript (id),
 tag text not null references tag (id), unique (transcript, tag)) strict""",
    """create table standing (review text primary key, transcript text not null, reviewer text not null,
 status integer not null, score integer, critical integer not null, comments integer not null,
 revised integer not null, rated integer not null, to_rate integer not null) strict, without rowid""",
    """create table listed (transcript text primary key, title_key text not null, agent text not null,
 agent_key text not null, day text not null, turns integer not null, imported text not null, channel_key text not null,
 collection text, deleted integer not null, found_by text not null, reviews integer not null,
 newest text) strict, without rowid""",
    "create table worded (number integer primary key, transcript text not null unique, runs integer not null) strict",
    "create table unread (transcript text primary key) strict, without rowid",
    "insert into unread (transcript) select id from transcript",
    """create virtual table words using fts5 (text, content = '', columnsize = 0,
 tokenize = 'unicode61 remove_diacritics 2')""",
    "create index transcript_collection on transcript (collection)",
    "create index transcript_deleted on transcript (deleted_at) where deleted_at is not null",
    "create index tagging_tag on tagging (tag)",
    "create index standing_transcript on standing (transcript, reviewer)",
    "create index listed_collection on listed (collection)",
)


@migrations()
def m002_library_page(db: Database) -> None:
    """*Deleted*, tags, and what the list of transcripts is read from."""
    for statement in LIBRARY_PAGE:
        db.execute(statement)


REVIEW_PAGE = (
    "alter table rubric add column family text not null default ''",
    "alter table rubric add column description text not null default ''",
    "alter table rubric add column trades text not null default '[]'",
    "alter table rubric add column trade text not null default ''",
    "alter table rubric add column retired integer not null default 0",
    "alter table criterion add column origin text not null default ''",
    "alter table criterion add column variants text not null default '[]'",
    "alter table collection add column instructions text not null default ''",
    "alter table collection add column rubric text references rubric (id)",
    "alter table collection add column due text",
    "alter table collection add column hints integer not null default 1",
    "alter table collection add column show_weights integer not null default 1",
    "alter table collection add column hide_names integer not null default 0",
    "alter table reply add column at text not null default ''",
    "alter table review add column handed_in_at text",
    "alter table review add column version integer not null default 1",
    """create table phrase (id text primary key, criterion text, criterion_name text not null, verdict text not null,
 text text not null, suggestion text) strict""",
    """create table seen (id text primary key, review text not null unique references review (id) on delete cascade,
 at text not null) strict""",
    "create table draft (key text primary key, text text not null) strict, without rowid",
    "create index review_rubric on review (rubric)",
    "create index annotation_criterion on annotation (criterion)",
    "create temp table answered as select * from answer",
    "drop table answer",
    "create temp table asked as select * from question",
    "drop table question",
    """create table question (id text primary key, rubric text references rubric (id), position integer not null,
 text text not null, target_words integer, collection text references collection (id)) strict""",
    """insert into question (id, rubric, position, text, target_words)
 select id, rubric, position, text, target_words from asked""",
    "drop table asked",
    f"""create table answer (id text primary key, review text not null references review (id),
 question text not null references question (id), text text not null, {STAMPS}, unique (review, question)) strict""",
    """insert into answer (id, review, question, text, author, rev, updated)
 select id, review, question, text, author, rev, updated from answered order by rowid""",
    "drop table answered",
    "create index question_rubric on question (rubric)",
    "create index question_collection on question (collection)",
)


@migrations()
def m003_review_page(db: Database) -> None:
    """Versions of rubrics, trades, exercises with questions of their own, the comment bank, what was handed in."""
    for statement in REVIEW_PAGE:
        db.execute(statement)


REVISE_PAGE = (
    "alter table revision add column position integer not null default 0",
    "alter table revision add column recommended integer not null default 0",
    "alter table revised_turn add column joined text not null default '[]'",
)


@migrations()
def m004_revise_page(db: Database) -> None:
    """Alternatives in an order of their own, and turns that were joined."""
    for statement in REVISE_PAGE:
        db.execute(statement)


MERGING = (
    """create table absent (id text primary key, review text not null references review (id) on delete cascade,
 kind text not null, rev integer not null, updated text not null, content text) strict""",
    "alter table review add column known_part_of integer not null default 0",
    "create index absent_review on absent (review)",
    "create index review_known_part on review (id) where known_part_of > 0",
)


@migrations()
def m005_merging(db: Database) -> None:
    """What was deleted or set aside, and reviews of which only a part is known."""
    for statement in MERGING:
        db.execute(statement)


def bring_up_to_date(db: Database) -> None:
    """Take every step that the library lacks, then work out anew what follows from its records.

    Steps never read records: those are of today, and the tables may not be yet.
    """
    migrations.apply(db)
    derived.rebuild(db.conn)


def names() -> tuple[str, ...]:
    """The steps that this program knows, in order."""
    return tuple(step.name for step in migrations._migrations)


def expected_sql() -> dict[str, str]:
    """Name of each table and index to the exact text that a sound library has for it."""
    fresh = Database(memory=True, execute_plugins=False)
    migrations.apply(fresh)
    found = dict(fresh.execute("select name, sql from sqlite_master where sql is not null").fetchall())
    fresh.close()
    return found
