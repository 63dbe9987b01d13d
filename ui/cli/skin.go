package cli

import (
	"slices"

	"rihla/ui/words"
)

// skinning is the value of the flag --skin.
type skinning struct{ of *app }

func (s skinning) String() string {
	if s.of == nil {
		return ""
	}
	return s.of.skin
}

func (s skinning) Type() string { return "string" }

func (s skinning) Set(value string) error {
	all := s.of.config.SkinNames()
	if !slices.Contains(all, value) {
		return takes(s.of.words.Say(words.UseOneOf, s.of.words.OrList(all)))
	}
	s.of.skin = value
	return nil
}
