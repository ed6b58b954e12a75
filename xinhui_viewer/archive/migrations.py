"""The archive's schema as the migrations that lead to it; a released one is never edited, a new one is added below.

Importing this module costs 100 ms (sqlite-utils): do it only to create or migrate an archive.
"""

from __future__ import annotations

from pathlib import Path

from sqlite_utils import Database
from sqlite_utils.migrations import Migrations

from xinhui_viewer.archive import names, rows, sounds
from xinhui_viewer.archive.archive import Archive
from xinhui_viewer.archive.read import readable_date
from xinhui_viewer.text.terms import terms

MIGRATIONS = Migrations("xinhui_viewer")


def migrate(db: Archive) -> None:
    """Apply the missing migrations, inside the open transaction."""
    MIGRATIONS.apply(Database(db.connection, execute_plugins=False))


@MIGRATIONS()
def m001_bulletins(db: Database) -> None:
    """Create the tables of originals, bulletins, attachments and figures, and two index tables."""
    for statement in (
        # Versions of derived data, and the last id given: (terms, derived, last_id).
        "CREATE TABLE meta (name TEXT PRIMARY KEY, value ANY NOT NULL) STRICT, WITHOUT ROWID",
        """CREATE TABLE originals (
            id INTEGER PRIMARY KEY,
            sha256 TEXT NOT NULL UNIQUE,
            name TEXT NOT NULL,
            media_type TEXT NOT NULL,
            size INTEGER NOT NULL,
            url TEXT NOT NULL,
            retrieved TEXT NOT NULL,
            encoding TEXT NOT NULL,
            content BLOB NOT NULL
        ) STRICT""",
        "CREATE TABLE sources (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT",
        # A tree; its root, 0, is no bulletin's column, so that names under it are unique too.
        """CREATE TABLE columns (
            id INTEGER PRIMARY KEY,
            parent_id INTEGER REFERENCES columns(id),
            name TEXT NOT NULL,
            UNIQUE (parent_id, name)
        ) STRICT""",
        "INSERT INTO columns VALUES (0, NULL, '')",
        # Rows lie in date order (archive/rows.py); ids never change. The big fields come last, so that reading
        # the others does not walk their overflow pages.
        """CREATE TABLE bulletins (
            row INTEGER PRIMARY KEY,
            id INTEGER NOT NULL UNIQUE,
            original_id INTEGER NOT NULL REFERENCES originals(id),
            revises INTEGER REFERENCES bulletins(id),
            latest INTEGER NOT NULL,
            title TEXT NOT NULL,
            source_id INTEGER REFERENCES sources(id),
            issuer TEXT NOT NULL,
            published TEXT,
            written TEXT,
            column_id INTEGER REFERENCES columns(id),
            document_number TEXT NOT NULL,
            url TEXT NOT NULL,
            importer TEXT NOT NULL,
            imported TEXT NOT NULL,
            characters INTEGER NOT NULL,
            text_sha256 TEXT NOT NULL,
            warnings TEXT NOT NULL,
            sections TEXT NOT NULL,
            blocks TEXT NOT NULL,
            body TEXT NOT NULL
        ) STRICT""",
        "CREATE INDEX bulletins_original ON bulletins(original_id)",
        "CREATE INDEX bulletins_revises ON bulletins(revises) WHERE revises IS NOT NULL",
        "CREATE INDEX bulletins_url ON bulletins(url) WHERE latest AND url <> ''",
        "CREATE INDEX bulletins_text ON bulletins(substr(text_sha256, 1, 16)) WHERE latest",
        "CREATE INDEX bulletins_source ON bulletins(source_id) WHERE latest",
        "CREATE INDEX bulletins_column ON bulletins(column_id) WHERE latest",
        # Everything for lists, facets and totals, in a few bytes a bulletin: a bulletin's own row is 10 KB.
        "CREATE INDEX bulletins_narrow ON bulletins(row, latest, source_id, column_id, characters)",
        """CREATE TABLE figures (
            bulletin_id INTEGER NOT NULL REFERENCES bulletins(id) ON DELETE CASCADE,
            n INTEGER NOT NULL,
            text TEXT NOT NULL,
            start INTEGER NOT NULL,
            label TEXT NOT NULL,
            value REAL NOT NULL,
            unit TEXT NOT NULL,
            kind TEXT NOT NULL,
            approx TEXT NOT NULL,
            value_max REAL,
            period TEXT NOT NULL,
            sentence_start INTEGER NOT NULL,
            sentence_end INTEGER NOT NULL,
            PRIMARY KEY (bulletin_id, n)
        ) STRICT, WITHOUT ROWID""",
        # A picture that a hundred pages show is kept once.
        """CREATE TABLE attachments (
            id INTEGER PRIMARY KEY,
            sha256 TEXT NOT NULL UNIQUE,
            size INTEGER NOT NULL,
            encoding TEXT NOT NULL,
            content BLOB NOT NULL
        ) STRICT""",
        """CREATE TABLE bulletin_attachments (
            bulletin_id INTEGER NOT NULL REFERENCES bulletins(id) ON DELETE CASCADE,
            name TEXT NOT NULL,
            media_type TEXT NOT NULL,
            attachment_id INTEGER NOT NULL REFERENCES attachments(id),
            PRIMARY KEY (bulletin_id, name)
        ) STRICT, WITHOUT ROWID""",
        "CREATE INDEX bulletin_attachments_attachment ON bulletin_attachments(attachment_id)",
        # Contentless: the tokens are made by text/terms.py, the texts are in bulletins. Only the latest revision is
        # in them. Rowids are those of bulletins. The body comes first: a place in the first field takes two bytes less,
        # a third of the index.
        """CREATE VIRTUAL TABLE terms USING fts5(
            body, title, headings, number, content='', tokenize="ascii tokenchars '.%'"
        )""",
        """CREATE VIRTUAL TABLE characters USING fts5(
            single, content='', detail=none, columnsize=0, tokenize='ascii'
        )""",
        # No merging within an import: the worst one took 528 ms; it is done when the archive is closed, or idle.
        "INSERT INTO terms(terms, rank) VALUES ('automerge', 0)",
        "INSERT INTO characters(characters, rank) VALUES ('automerge', 0)",
    ):
        db.execute(statement)


@MIGRATIONS()
def m002_series(db: Database) -> None:
    """Create the table of the user's choices on series, by source, unit and label."""
    db.execute(
        """CREATE TABLE series_choices (
            source TEXT NOT NULL,
            unit TEXT NOT NULL,
            label TEXT NOT NULL,
            series TEXT NOT NULL,
            PRIMARY KEY (source, unit, label)
        ) STRICT, WITHOUT ROWID"""
    )


@MIGRATIONS()
def m003_titles(db: Database) -> None:
    """Create the index of titles by their words, and the table of titles by the initials of their pinyin."""
    db.execute(
        """CREATE VIRTUAL TABLE titles USING fts5(
            title, content='', columnsize=0, tokenize="ascii tokenchars '.%'"
        )"""
    )
    db.execute("INSERT INTO titles(titles, rank) VALUES ('automerge', 0)")
    for table in ("terms", "titles", "characters"):
        # By itself FTS5 merges segments at the 16th addition: 8 ms. Every writer merges them at its end.
        db.execute(f"INSERT INTO {table}({table}, rank) VALUES ('crisismerge', 64)")
        # FTS5 buffers 1 MB of entries by default; with 4 MB there are a quarter of the segments: imports index a
        # tenth faster.
        db.execute(f"INSERT INTO {table}({table}, rank) VALUES ('hashsize', {4 << 20})")
    # Ranking looks at 200 titles: in their own index each is read in 1 µs, in its bulletin's row in 3.
    db.execute("CREATE INDEX bulletins_title ON bulletins(row, title)")
    db.execute(
        """CREATE TABLE sounds (
            initials TEXT NOT NULL, row INTEGER NOT NULL, PRIMARY KEY (initials, row)
        ) STRICT, WITHOUT ROWID"""
    )
    for row, title in db.execute("SELECT row, title FROM bulletins WHERE latest ORDER BY row").fetchall():
        db.execute("INSERT INTO titles(rowid, title) VALUES (?, ?)", (row, terms(title)))
        begins = ((begin, row) for begin in sounds.beginnings(title))
        db.conn.executemany("INSERT OR IGNORE INTO sounds VALUES (?, ?)", begins)


@MIGRATIONS()
def m004_readings(db: Database) -> None:
    """Add authors, edition and grounds to bulletins, and further addresses; order the undated ones by their writing."""
    for statement in (
        "ALTER TABLE bulletins ADD COLUMN authors TEXT NOT NULL DEFAULT ''",  # a name a line
        "ALTER TABLE bulletins ADD COLUMN edition TEXT NOT NULL DEFAULT ''",
        "ALTER TABLE bulletins ADD COLUMN grounds TEXT NOT NULL DEFAULT '{}'",  # JSON: fact to [where, sure]
        # Names are folded and compared outside SQLite: the index gives them without the bulletins' rows.
        "CREATE INDEX bulletins_authors ON bulletins(authors) WHERE latest AND authors <> ''",
        """CREATE TABLE bulletin_addresses (
            bulletin_id INTEGER NOT NULL REFERENCES bulletins(id) ON DELETE CASCADE,
            url TEXT NOT NULL,
            PRIMARY KEY (bulletin_id, url)
        ) STRICT, WITHOUT ROWID""",
        "CREATE INDEX bulletin_addresses_url ON bulletin_addresses(url)",
    ):
        db.execute(statement)
    _order_by_writing(Archive(db.conn, Path()))


@MIGRATIONS()
def m005_attachments(db: Database) -> None:
    """Add places of bulletins in their originals, texts of attachments, what is in force, and who names whom."""
    for statement in (
        "ALTER TABLE bulletins ADD COLUMN place TEXT NOT NULL DEFAULT ''",
        "ALTER TABLE bulletins ADD COLUMN document_type TEXT NOT NULL DEFAULT ''",
        "ALTER TABLE bulletins ADD COLUMN topic TEXT NOT NULL DEFAULT ''",
        "ALTER TABLE bulletins ADD COLUMN index_number TEXT NOT NULL DEFAULT ''",
        "ALTER TABLE bulletins ADD COLUMN validity TEXT NOT NULL DEFAULT ''",
        "ALTER TABLE bulletins ADD COLUMN effective TEXT",
        "ALTER TABLE bulletins ADD COLUMN repealed TEXT",
        "CREATE INDEX bulletins_validity ON bulletins(validity) WHERE latest AND validity <> ''",
        # The text of the link to it, and its number in the order of the page.
        "ALTER TABLE bulletin_attachments ADD COLUMN label TEXT NOT NULL DEFAULT ''",
        "ALTER TABLE bulletin_attachments ADD COLUMN n INTEGER NOT NULL DEFAULT 0",
        # The keys of a bulletin's titles and number; only the latest revision has any.
        """CREATE TABLE names (
            name TEXT NOT NULL,
            bulletin_id INTEGER NOT NULL REFERENCES bulletins(id) ON DELETE CASCADE,
            PRIMARY KEY (name, bulletin_id)
        ) STRICT, WITHOUT ROWID""",
        # The keys of what a text names, 0 and empty without one, and the sentence that repeals it, 0 to 0 without one.
        """CREATE TABLE mentions (
            bulletin_id INTEGER NOT NULL REFERENCES bulletins(id) ON DELETE CASCADE,
            n INTEGER NOT NULL,
            title INTEGER NOT NULL,
            number TEXT NOT NULL,
            sentence_start INTEGER NOT NULL,
            sentence_end INTEGER NOT NULL,
            PRIMARY KEY (bulletin_id, n)
        ) STRICT, WITHOUT ROWID""",
        "CREATE INDEX mentions_title ON mentions(title) WHERE title <> 0",
        "CREATE INDEX mentions_number ON mentions(number) WHERE number <> ''",
        "CREATE INDEX mentions_repealing ON mentions(bulletin_id) WHERE sentence_end > 0",
        # Mentions are derived from texts.
        "UPDATE meta SET value = 0 WHERE name = 'derived'",
        "DELETE FROM meta WHERE name IN ('deriving', 'derived_to')",
        # A document that a hundred pages name is read and kept once.
        """CREATE TABLE attachment_texts (
            attachment_id INTEGER PRIMARY KEY REFERENCES attachments(id) ON DELETE CASCADE,
            importer TEXT NOT NULL,
            text_sha256 TEXT NOT NULL,
            figures TEXT NOT NULL,
            sections TEXT NOT NULL,
            blocks TEXT NOT NULL,
            body TEXT NOT NULL
        ) STRICT""",
        # The words of a bulletin and of its attachments together: only for bulletins with texts of attachments, which
        # are in ``terms`` and ``characters``, too. A further column there would ask every archive for a new index.
        """CREATE VIRTUAL TABLE attached_terms USING fts5(
            body, title, headings, number, attached, content='', tokenize="ascii tokenchars '.%'"
        )""",
        """CREATE VIRTUAL TABLE attached_characters USING fts5(
            single, content='', detail=none, columnsize=0, tokenize='ascii'
        )""",
        *(
            f"INSERT INTO {table}({table}, rank) VALUES ('{option}', {value})"
            for table in ("attached_terms", "attached_characters")
            for option, value in (("automerge", 0), ("crisismerge", 64), ("hashsize", 4 << 20))  # as for ``terms``
        ),
    ):
        db.execute(statement)
    said = db.execute("SELECT id, title, issuer, document_number FROM bulletins WHERE latest").fetchall()
    for number, *facts in said:
        names.enter(Archive(db.conn, Path()), number, names.names(*facts))


@MIGRATIONS()
def m006_attached(db: Database) -> None:
    """Create the tables of what attachments state and name, for searches, lists, series and citations."""
    # A document that a hundred pages name states its figures once.
    key = "attachment_id INTEGER NOT NULL REFERENCES attachments(id) ON DELETE CASCADE, n INTEGER NOT NULL"
    for statement in (
        f"""CREATE TABLE attached_figures (
            {key}, text TEXT NOT NULL, start INTEGER NOT NULL, label TEXT NOT NULL, value REAL NOT NULL,
            unit TEXT NOT NULL, kind TEXT NOT NULL, approx TEXT NOT NULL, value_max REAL, period TEXT NOT NULL,
            sentence_start INTEGER NOT NULL, sentence_end INTEGER NOT NULL, PRIMARY KEY (attachment_id, n)
        ) STRICT, WITHOUT ROWID""",
        f"""CREATE TABLE attached_mentions (
            {key}, title INTEGER NOT NULL, number TEXT NOT NULL, PRIMARY KEY (attachment_id, n)
        ) STRICT, WITHOUT ROWID""",
        "CREATE INDEX attached_mentions_title ON attached_mentions(title) WHERE title <> 0",
        "CREATE INDEX attached_mentions_number ON attached_mentions(number) WHERE number <> ''",
        # Both are derived from texts.
        "UPDATE meta SET value = 0 WHERE name = 'derived'",
        "DELETE FROM meta WHERE name IN ('deriving', 'derived_to', 'attached_to')",
    ):
        db.execute(statement)


def _order_by_writing(db: Archive) -> None:
    """Move bulletins without a day of publication to a row of the day of writing; a full day takes none."""
    moved = False
    waiting = "SELECT row, written FROM bulletins WHERE published IS NULL AND written IS NOT NULL ORDER BY row"
    for row, written in db.rows(waiting):
        new = rows.unused(db, readable_date(written))
        if new is None or not rows.of(db).day(new):
            continue
        for table in ("bulletins", "sounds"):
            db.run(f"UPDATE {table} SET row = ? WHERE row = ?", (new, row))
        moved = True
    if moved:
        db.run("UPDATE meta SET value = 0 WHERE name = 'terms'")  # the index is rebuilt after the migrations
