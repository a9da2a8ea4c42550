-- The book's own house-keeping. Nothing here is captured by the history: the journal is the history.
-- Columns that are read while the undo stack is derived come before the long ones.

CREATE TABLE migration (
  number INTEGER PRIMARY KEY,
  file TEXT NOT NULL UNIQUE,
  hash TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT;

-- One row per command, with what it did in words. `seq` is the order in this book; (device, device_seq) names the entry in every book.
CREATE TABLE journal (
  seq INTEGER PRIMARY KEY CHECK (seq >= 1),
  device TEXT NOT NULL CHECK (device <> ''),
  device_seq INTEGER NOT NULL CHECK (device_seq >= 1),
  undoable INTEGER NOT NULL CHECK (undoable IN (0, 1)),
  undoes TEXT,
  request_id TEXT NOT NULL UNIQUE CHECK (request_id <> ''),
  at TEXT NOT NULL,
  actor TEXT NOT NULL,
  command TEXT NOT NULL,
  summary TEXT NOT NULL,
  prev_hash TEXT NOT NULL CHECK (length(prev_hash) = 64),
  hash TEXT NOT NULL CHECK (length(hash) = 64),
  input TEXT NOT NULL,
  UNIQUE (device, device_seq)
) STRICT;
CREATE INDEX journal_by_undoes ON journal (undoes) WHERE undoes IS NOT NULL;

-- What a command did, row by row, in the order in which it happened. `before` and `after` are whole rows.
CREATE TABLE journal_change (
  device TEXT NOT NULL,
  device_seq INTEGER NOT NULL,
  ordinal INTEGER NOT NULL CHECK (ordinal >= 1),
  table_name TEXT NOT NULL,
  row_key TEXT NOT NULL,
  before TEXT,
  after TEXT,
  PRIMARY KEY (device, device_seq, ordinal),
  FOREIGN KEY (device, device_seq) REFERENCES journal (device, device_seq),
  CHECK (before IS NOT NULL OR after IS NOT NULL)
) STRICT;

CREATE TRIGGER journal_is_never_changed BEFORE UPDATE ON journal
BEGIN SELECT RAISE(ABORT, 'the history is append-only'); END;
CREATE TRIGGER journal_is_never_shortened BEFORE DELETE ON journal
BEGIN SELECT RAISE(ABORT, 'the history is append-only'); END;
CREATE TRIGGER journal_change_is_never_changed BEFORE UPDATE ON journal_change
BEGIN SELECT RAISE(ABORT, 'the history is append-only'); END;
CREATE TRIGGER journal_change_is_never_shortened BEFORE DELETE ON journal_change
BEGIN SELECT RAISE(ABORT, 'the history is append-only'); END;

-- The answers to the last requests, so that one that is sent again after a crash is answered alike. `seq` is the
-- entry of the journal, which knows the request.
CREATE TABLE recent_reply (
  seq INTEGER PRIMARY KEY,
  output TEXT
) STRICT;

-- Whose copy of the book this is. Empty in a snapshot.
CREATE TABLE this_device (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  device_id TEXT NOT NULL CHECK (device_id <> '')
) STRICT;
