package shape

import (
	"slices"
	"strings"
)

// nameKeys are the fields that name an entity, in lower case, in order of
// precedence: those of the format first.
var nameKeys = []string{
	"name", "title", "label",
	"nom", "titre", "intitulé", "libellé", "nombre", "título", "titulo", "nome", "titolo",
	"naam", "bezeichnung", "titel", "navn", "namn", "nazwa", "имя", "название", "اسم", "الاسم", "عنوان", "名前", "名称", "이름",
}

// NameKeys returns the fields that name an entity, in lower case. The slice must not be
// modified.
func NameKeys() []string { return nameKeys }

// NameRank returns the precedence of a field that names an entity, 0 for the
// first; -1 for any other field. Case does not matter.
func NameRank(key string) int {
	if i := slices.Index(nameKeys, key); i >= 0 {
		return i
	}
	return slices.Index(nameKeys, strings.ToLower(key))
}

// idKeys are the fields that give the key of an array's element.
var idKeys = []string{"id", "slug", "key"}

// IDRank returns the precedence of a field that gives the key of an array's
// element; -1 for any other field. Case does not matter.
func IDRank(key string) int {
	if len(key) > len("slug") {
		return -1
	}
	return slices.Index(idKeys, strings.ToLower(key))
}
