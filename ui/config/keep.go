package config

import (
	"os"
	"path/filepath"

	"rihla/model/edit"
	"rihla/model/kb"
	"rihla/model/save/disk"
)

// KeepSkin writes a skin into the file of the configuration, which need not be there: where
// the knowledge base at a path has a skin of its own, for that base, else for all. All other
// bytes of the file stay. It returns the position of what it wrote.
func (c *Config) KeepSkin(name, base string) (kb.Position, error) {
	at := kb.Position{File: c.File}
	if err := os.MkdirAll(filepath.Dir(c.File), 0o777); err != nil {
		return at, err
	}
	err := disk.Update(c.File, func(text []byte) ([]byte, error) {
		d, err := edit.Parse(c.File, text)
		if err != nil {
			return nil, err
		}
		var table edit.Path
		if key := c.keyOf(d, base); key != "" {
			table = edit.Keys(basesTable, key)
		}
		skin := kb.Value{Type: kb.String, Str: name}
		var after []byte
		if d.Value(table).Has("skin") {
			after, err = d.Set(table.Then(edit.Key("skin")), skin)
		} else {
			after, err = d.Add(table, "skin", skin)
		}
		if err == nil {
			at = c.positionOf(after, table)
		}
		return after, err
	})
	return at, err
}

// keyOf returns the key of the settings of a knowledge base, or of the nearest folder around
// it, as the file has it; empty if it has none.
func (c *Config) keyOf(d *edit.Document, base string) string {
	near := c.settingOf(base)
	for _, e := range d.Value(edit.Keys(basesTable)).Items {
		if near != "" && basePath(e.Key) == near {
			return e.Key
		}
	}
	return ""
}

// positionOf returns the position of the skin of a table in a text of the file.
func (c *Config) positionOf(text []byte, table edit.Path) kb.Position {
	d, err := edit.Parse(c.File, text)
	if err != nil {
		return kb.Position{File: c.File}
	}
	return kb.NewFile(c.File, text).Position(int(d.Value(table.Then(edit.Key("skin"))).Pos.Offset))
}
