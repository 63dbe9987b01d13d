package importer_test

import (
	"strings"
	"testing"

	"rihla/model/importer"
)

func TestTheColumnOfNamesIsTheName(t *testing.T) {
	for given, want := range map[string]string{
		"Code;Raison sociale;Siège\nA1;Établissements Dupont;Lyon\nA2;Voiles SA;Brest\n": "[x.A1]\nname   = \"Établissements Dupont\"",
		"Code;Société;Siège\nA1;Dupont;Lyon\nA2;Voiles;Brest\n":                          "[x.A1]\nname   = \"Dupont\"",
		"Code;Société;Siège\nA1;Dupont;Lyon\nA2;Dupont;Brest\n":                          "societe = \"Dupont\"",
		"Siège;Intitulé\nLyon;Le Port\nBrest;La Rade\n":                                  "[x.le-port]\nsiege  = \"Lyon\"\nname   = \"Le Port\"",
		"Ville;Habitants\nSaint-Malo;46000\nBrest;139000\n":                              "[x.saint-malo]\nname      = \"Saint-Malo\"",
		"from;to\na;b\nb;c\n":                   "from   = \"a\"",
		"Nom;Société\nAnn;Dupont\nBob;Voiles\n": "societe = \"Dupont\"",
		"Jour;N\n2024-02-11;1\n2024-02-12;2\n":  "jour   = 2024-02-11",
	} {
		if got := text(read(t, importer.Options{}, "x.csv", given)); !strings.Contains(got, want) {
			t.Errorf("no %s in\n%s", want, got)
		}
	}
}
