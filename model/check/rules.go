package check

import "rihla/model/kb"

// Rule is what finds the findings of some codes: a look at one entity, or
// nothing where reading the files finds them.
type Rule struct {
	Codes []kb.Code
	check func(*checker, *kb.Entity, *kb.Record)
}

// Rules are all rules. Those that look at entities do so one entity after the
// other, in no order that matters; every code of the format is found by one.
// What a code means is said in the words of a language, by its name.
var Rules = []Rule{
	{Codes: []kb.Code{kb.Syntax, kb.DuplicateEntity, kb.DuplicateKey}},
	{Codes: []kb.Code{kb.DanglingReference, kb.AmbiguousReference, kb.WrongKind}},
	{[]kb.Code{kb.BadDate, kb.BadLocation, kb.BadURL}, reservedFields},
	{[]kb.Code{kb.BadType, kb.BadDate, kb.BadLocation, kb.BadURL}, declaredTypes},
	{[]kb.Code{kb.BadType, kb.BadDate}, claims},
	{[]kb.Code{kb.MissingRequired}, requiredFields},
	{[]kb.Code{kb.QuoteNotFound, kb.SnapshotMissing}, storedCopies},
	{Codes: []kb.Code{kb.UnknownKind}}, // of all kinds together
	{[]kb.Code{kb.UnknownRelation}, unknownRelations},
	{[]kb.Code{kb.UnknownField}, unknownFields},
	{[]kb.Code{kb.Unsourced}, unsourced},
	{Codes: []kb.Code{kb.MissingLanguage, kb.ControlCharacter, kb.BidiControl}},
	{[]kb.Code{kb.Orphan}, orphans},
	{[]kb.Code{kb.Contradiction}, contradictions},
}

// Codes are the codes of all rules, each once, in the order of the format.
func Codes() []kb.Code {
	var out []kb.Code
	seen := make(map[kb.Code]bool)
	for _, rule := range Rules {
		for _, code := range rule.Codes {
			if !seen[code] {
				seen[code] = true
				out = append(out, code)
			}
		}
	}
	return out
}
