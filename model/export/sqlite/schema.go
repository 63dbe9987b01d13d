package sqlite

// schema creates the tables common to all databases. The tables of kinds are created
// separately.
const schema = `
CREATE TABLE about (title TEXT, summary TEXT, language TEXT);
CREATE TABLE kinds (
  kind TEXT PRIMARY KEY, table_name TEXT NOT NULL, label TEXT NOT NULL, entities INTEGER NOT NULL
) WITHOUT ROWID;
CREATE TABLE entities (
  id INTEGER PRIMARY KEY, address TEXT NOT NULL, kind TEXT NOT NULL REFERENCES kinds(kind),
  name TEXT NOT NULL, aliases TEXT, summary TEXT, body TEXT, file TEXT, line INTEGER
);
CREATE TABLE texts (
  entity_id INTEGER NOT NULL REFERENCES entities(id), field TEXT NOT NULL, language TEXT NOT NULL, text TEXT NOT NULL
);
CREATE TABLE facts (
  id INTEGER PRIMARY KEY, entity_id INTEGER NOT NULL REFERENCES entities(id), text TEXT,
  since TEXT, until TEXT, date TEXT, confidence TEXT, rank TEXT, note TEXT, file TEXT, line INTEGER
);
CREATE TABLE links (
  id INTEGER PRIMARY KEY, from_id INTEGER NOT NULL REFERENCES entities(id), relation TEXT NOT NULL,
  to_id INTEGER NOT NULL REFERENCES entities(id), fact_id INTEGER REFERENCES facts(id), origins INTEGER,
  since TEXT, until TEXT, date TEXT, confidence TEXT, rank TEXT, note TEXT, file TEXT, line INTEGER
);
CREATE TABLE statements (
  id INTEGER PRIMARY KEY, entity_id INTEGER NOT NULL REFERENCES entities(id), field TEXT NOT NULL, value,
  since TEXT, until TEXT, date TEXT, confidence TEXT, rank TEXT, note TEXT, file TEXT, line INTEGER
);
CREATE TABLE evidence (
  id INTEGER PRIMARY KEY, statement_id INTEGER REFERENCES statements(id), link_id INTEGER REFERENCES links(id),
  fact_id INTEGER REFERENCES facts(id), source_id INTEGER REFERENCES entities(id), source TEXT NOT NULL,
  locator TEXT, quote TEXT, counts INTEGER NOT NULL
);
`

// indexes creates the indexes. It runs after all rows have been inserted, which is faster.
const indexes = `
CREATE UNIQUE INDEX entities_address ON entities(address);
CREATE INDEX links_from ON links(from_id);
CREATE INDEX links_to ON links(to_id);
CREATE INDEX statements_entity ON statements(entity_id);
CREATE INDEX facts_entity ON facts(entity_id);
CREATE INDEX texts_entity ON texts(entity_id);
CREATE INDEX evidence_source ON evidence(source_id);
CREATE INDEX evidence_link ON evidence(link_id) WHERE link_id IS NOT NULL;
CREATE INDEX evidence_statement ON evidence(statement_id) WHERE statement_id IS NOT NULL;
CREATE INDEX evidence_fact ON evidence(fact_id) WHERE fact_id IS NOT NULL;
CREATE VIEW connections AS
  SELECT f.address AS "from", f.name AS from_name, l.relation, t.address AS "to", t.name AS to_name,
    l.since, l.until, l.date, l.confidence, l.origins
  FROM links l JOIN entities f ON f.id = l.from_id JOIN entities t ON t.id = l.to_id;
CREATE VIRTUAL TABLE words USING fts5(
  name, aliases, summary, body, content='entities', content_rowid='id', tokenize='unicode61 remove_diacritics 2'
);
INSERT INTO words(words) VALUES('rebuild');
`

// reserved are the table names that are unavailable for kinds.
var reserved = []string{
	"about", "kinds", "entities", "texts", "facts", "links", "statements", "evidence", "connections",
	"words", "words_data", "words_idx", "words_docsize", "words_config", "words_content",
}
