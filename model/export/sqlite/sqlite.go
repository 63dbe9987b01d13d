// Package sqlite writes entities as an SQLite database with a table for each kind, tables
// of links, statements and evidence, and a full-text index. Any version of SQLite since
// 2015 can read it. The package is separate from model/export because of its dependency.
package sqlite

import (
	"database/sql"
	"errors"
	"io"
	"os"
	"path/filepath"

	_ "modernc.org/sqlite" // SQL driver

	"rihla/model/export"
)

// settings configure a database that is written once. No journal is necessary, as an
// incomplete file is removed after an error.
const settings = "?_pragma=journal_mode(off)&_pragma=synchronous(off)&_pragma=page_size(8192)&_pragma=locking_mode(exclusive)&_pragma=cache_size(-65536)"

// Write writes the selection as a database. The database is built in a temporary file,
// which needs sufficient space in os.TempDir.
func Write(w io.Writer, s export.Selection) (err error) {
	folder, err := os.MkdirTemp("", "rihla-")
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(folder)) }()
	name := filepath.Join(folder, "base.sqlite")
	if err := create(name, s); err != nil {
		return err
	}
	file, err := os.Open(name)
	if err != nil {
		return err
	}
	defer file.Close()
	_, err = io.Copy(w, file)
	return err
}

// create writes the selection as a database in a new file.
func create(name string, s export.Selection) (err error) {
	db, err := sql.Open("sqlite", "file:"+filepath.ToSlash(name)+settings)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	db.SetMaxOpenConns(1)
	tx, err := db.Begin()
	if err != nil {
		return err
	}
	b := newWriter(tx, s)
	b.everything()
	if b.err != nil {
		return errors.Join(b.err, tx.Rollback())
	}
	return tx.Commit()
}
