package export

import (
	"crypto/sha256"
	"encoding/hex"
	"io"
	"net/url"
	"path/filepath"
	"slices"
	"strings"

	"rihla/model/kb"
)

// Rule says what a code of findings means.
type Rule struct {
	Code              kb.Code
	What, Why, Remedy string
}

type sarif struct {
	document
	root  string
	rules []Rule
}

// The objects of the format, with the properties that are written.
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
		Properties   sarifProperties   `json:"properties"`
	}
	sarifProperties struct {
		Problem *sentence `json:"problem"`
		Remedy  *sentence `json:"remedy,omitempty"`
	}
)

// sarifLevels are the format's names of severities.
var sarifLevels = map[kb.Severity]string{kb.Error: "error", kb.Warning: "warning", kb.Info: "note"}

// SARIF writes findings in the Static Analysis Results Interchange Format 2.1.0
// (OASIS, 2020): one run of a version of rihla, with the rules that it knows and
// a result for each finding. Files are named from root. Columns count characters.
func SARIF(w io.Writer, version, root string, rules []Rule) FindingWriter {
	s := &sarif{document: newDocument(w), root: root, rules: rules}
	described := make([]sarifRule, len(rules))
	for i, r := range rules {
		described[i] = sarifRule{ID: string(r.Code), Short: sarifText{r.What}, Full: sarifText{r.What + " " + r.Why}, Help: sarifText{r.Remedy}}
		described[i].Default.Level = sarifLevels[r.Code.Severity()]
	}
	text, err := Marshal(described)
	if s.err = err; err == nil {
		s.printf(`{"version": "2.1.0", "$schema": "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json", "runs": [{
 "tool": {"driver": {"name": "rihla", "version": "%s", "semanticVersion": "%s", "rules": %s}},
 "columnKind": "unicodeCodePoints", "results": [`, version, version, text)
	}
	return s
}

func (s *sarif) Write(f kb.Finding, problem, remedy string) error {
	result := sarifResult{
		Rule: string(f.Code), Index: slices.IndexFunc(s.rules, func(r Rule) bool { return r.Code == f.Code }), Level: sarifLevels[f.Severity()],
		Message:      sarifText{problem},
		Fingerprints: map[string]string{"finding/v1": fingerprint(f, problem)},
		Properties:   sarifProperties{sentenceOf(f.Problem), sentenceOf(f.Remedy)},
	}
	if remedy != "" {
		result.Message.Text += "\n" + remedy
	}
	at := sarifLocation{Physical: sarifPhysical{Artifact: sarifArtifact{uriOf(s.root, f.Position.File)}}}
	if f.Position.Line > 0 {
		at.Physical.Region = &sarifRegion{f.Position.Line, f.Position.Column}
	}
	if f.Address != "" {
		at.Logical = []sarifLogical{{string(f.Address)}}
	}
	result.Locations = []sarifLocation{at}
	return s.item(result)
}

func (s *sarif) Close() error {
	s.printf("]}]}\n")
	return s.flush()
}

// fingerprint identifies a finding independently of its line.
func fingerprint(f kb.Finding, problem string) string {
	sum := sha256.Sum256([]byte(strings.Join([]string{string(f.Code), f.Position.File, string(f.Address), problem}, "\x00")))
	return hex.EncodeToString(sum[:16])
}

// uriOf returns the path of a file within root as a URI, relative unless root is
// absolute.
func uriOf(root, file string) string {
	path := pathFrom(root, file)
	if filepath.IsAbs(filepath.FromSlash(path)) {
		return (&url.URL{Scheme: "file", Path: path}).String()
	}
	return (&url.URL{Path: path}).String() // with ./ before a name that holds a colon
}
