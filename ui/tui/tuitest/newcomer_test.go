package tuitest_test

import (
	"testing"

	"rihla/ui/tui/tuitest"
)

// TestANewcomersTasks counts the keys from the first frame of the built-in base to each
// answer; a word that is typed counts as one.
func TestANewcomersTasks(t *testing.T) {
	for name, task := range map[string]struct {
		most  int
		keys  []string
		words map[string]bool // the keys that are words
		see   []string
	}{
		"agencies":      {most: 4, keys: []string{"b", "pgdown"}, see: []string{"Délégués de", "Agence de développement du digital", "Direction générale de la sécurité"}},
		"companies":     {most: 3, keys: []string{"b", "pgdown"}, see: []string{"A rencontré", "Oracle, Cisco et Cloudera", "Juniper", "Google Cloud"}},
		"seat":          {most: 5, keys: []string{":", "oracle", "enter", "tab", "s"}, words: map[string]bool{"oracle": true}, see: []string{"Austin", "2020", "Sources"}},
		"cybersecurity": {most: 4, keys: []string{":", "cybersecurite", "enter"}, words: map[string]bool{"cybersecurite": true}, see: []string{"Cybersécurité"}},
		"path":          {most: 8, keys: []string{":", "oracle", "enter", "v", "p", "ustda", "enter"}, words: map[string]bool{"oracle": true, "ustda": true}, see: []string{"Comment Oracle et"}},
		"brief":         {most: 5, keys: []string{"b"}, see: []string{"L’essentiel", "Points clés"}},
	} {
		t.Run(name, func(t *testing.T) {
			if len(task.keys) > task.most {
				t.Errorf("it takes %d keys, more than %d", len(task.keys), task.most)
			}
			exploreMorocco(t, wide, func(s *tuitest.Screen) {
				for _, key := range task.keys {
					if task.words[key] {
						s.Write(key)
					} else {
						s.Type(key)
					}
				}
				s.See(task.see...)
			})
		})
	}
}
