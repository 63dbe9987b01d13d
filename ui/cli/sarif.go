package cli

import (
	"crypto/sha256"
	"encoding/hex"
	"net/url"
	"path/filepath"
	"slices"
	"strings"

	"rihla/model/export"
	"rihla/model/kb"
	"rihla/ui/words"
)

// sarif is the Static Analysis Results Interchange Format 2.1.0 (OASIS, 2020):
// one run, what each code means, then the results. Columns count characters.
type sarif struct {
	output
	app   *app
	root  string
	codes []kb.Code
	some  bool
}

// The shapes of the format, of which no more is written than is said.
type (
	sarifText struct {
		Text string `json:"text"`
	}
	sarifRule struct {
		ID      string    `json:"id"`
		Short   sarifText `json:"shortDescription"`
		Full    sarifText `json:"fullDescription"`
		Help    sarifText `json:"help"`
		Default struct {
			Level string `json:"level"`
		} `json:"defaultConfiguration"`
	}
	sarifRegion struct {
		Line   int `json:"startLine"`
		Column int `json:"startColumn"`
	}
	sarifArtifact struct {
		URI string `json:"uri"`
	}
	sarifPhysical struct {
		Artifact sarifArtifact `json:"artifactLocation"`
		Region   *sarifRegion  `json:"region,omitempty"`
	}
	sarifLogical struct {
		Name string `json:"fullyQualifiedName"`
	}
	sarifLocation struct {
		Physical sarifPhysical  `json:"physicalLocation"`
		Logical  []sarifLogical `json:"logicalLocations,omitempty"`
	}
	sarifResult struct {
		Rule         string            `json:"ruleId"`
		Index        int               `json:"ruleIndex"`
		Level        string            `json:"level"`
		Message      sarifText         `json:"message"`
		Locations    []sarifLocation   `json:"locations"`
		Fingerprints map[string]string `json:"partialFingerprints"`
	}
)

// sarifLevels are what the format calls severities.
var sarifLevels = map[kb.Severity]string{kb.Error: "error", kb.Warning: "warning", kb.Info: "note"}

func newSARIF(a *app, k *kb.KB, out output) *sarif {
	s := &sarif{output: out, app: a, root: rootOf(k), codes: kb.Codes()}
	rules := make([]sarifRule, len(s.codes))
	for i, code := range s.codes {
		rule, _ := words.RuleOf(string(code))
		what, why, remedy := a.words.Say(rule.What), a.words.Say(rule.Why), a.words.Say(rule.Remedy)
		rules[i] = sarifRule{ID: string(code), Short: sarifText{what}, Full: sarifText{what + " " + why}, Help: sarifText{remedy}}
		rules[i].Default.Level = sarifLevels[code.Severity()]
	}
	text, err := export.Marshal(rules)
	if s.err = err; err == nil {
		s.printf(`{"version": "2.1.0", "$schema": "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json", "runs": [{
 "tool": {"driver": {"name": "rihla", "version": "%s", "semanticVersion": "%s", "rules": %s}},
 "columnKind": "unicodeCodePoints", "results": [`, Version, Version, text)
	}
	return s
}

func (s *sarif) write(f kb.Finding) bool {
	result := sarifResult{
		Rule: string(f.Code), Index: slices.Index(s.codes, f.Code), Level: sarifLevels[f.Severity()],
		Message:      sarifText{f.Message},
		Fingerprints: map[string]string{"finding/v1": fingerprint(f)},
	}
	if f.Hint != "" {
		result.Message.Text += "\n" + f.Hint
	}
	at := sarifLocation{Physical: sarifPhysical{Artifact: sarifArtifact{uriOf(s.root, f.Position.File)}}}
	if f.Position.Line > 0 {
		at.Physical.Region = &sarifRegion{f.Position.Line, f.Position.Column}
	}
	if f.Address != "" {
		at.Logical = []sarifLogical{{string(f.Address)}}
	}
	result.Locations = []sarifLocation{at}
	text, err := export.Marshal(result)
	if err != nil {
		s.err = err
		return false
	}
	before := ",\n  "
	if !s.some {
		before, s.some = "\n  ", true
	}
	return s.printf("%s%s", before, text)
}

func (s *sarif) end(int, int, int) error {
	s.printf("]}]}\n")
	return s.flush()
}

// fingerprint tells a finding from others wherever its line moves to.
func fingerprint(f kb.Finding) string {
	sum := sha256.Sum256([]byte(strings.Join([]string{string(f.Code), f.Position.File, string(f.Address), f.Message}, "\x00")))
	return hex.EncodeToString(sum[:16])
}

// uriOf writes the path of a file as a URI: relative as it was named, or
// absolute.
func uriOf(root, file string) string {
	path := named(root, file)
	if filepath.IsAbs(filepath.FromSlash(path)) {
		return (&url.URL{Scheme: "file", Path: path}).String()
	}
	return (&url.URL{Path: path}).EscapedPath()
}
