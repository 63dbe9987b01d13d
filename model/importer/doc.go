// Package importer converts files of other programs to the TOML of a knowledge base:
// tables, JSON, folders of Markdown notes, BibTeX and followthemoney entities. It is the
// inverse of package export.
//
// An import has these stages:
//
//	files → table         parsing by format: rows of fields with their locators
//	table → Kind          inference: field names, column types, row keys
//	Kind → TOML           serialization: a table per entity, with source and locator
//	TOML → kb.KB          validation: the reader resolves links and reports problems
//
// A column becomes numbers, dates or booleans only if all of its values parse as that type
// without loss; all other texts stay unchanged. Each loss or change is a Finding.
package importer
