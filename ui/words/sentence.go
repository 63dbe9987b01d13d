package words

import (
	"fmt"
	"maps"
	"strings"

	"rihla/model/say"
)

// sentences holds the words of every sentence of package say.
var sentences = merge(problems, fileProblems, syntaxProblems, remedies, fileRemedies, saving, importProblems)

func merge(parts ...map[say.ID]Message) map[say.ID]Message {
	all := make(map[say.ID]Message)
	for _, part := range parts {
		maps.Copy(all, part)
	}
	return all
}

// Sentence returns the words of a sentence, none of one that says nothing. Texts
// of files stand in it as they are: present.Sentence sanitises it.
func (l *Language) Sentence(s say.Sentence) string {
	args := make([]any, len(s.Args))
	for i, arg := range s.Args {
		args[i] = l.argument(arg)
	}
	return l.Say(sentences[s.ID], args...)
}

// What stands for arguments of sentences.
var (
	AList      = Message{"a list", "une liste"}
	ATable     = Message{"a table", "une table"}
	AnyEntity  = Message{"entity", "entité"}
	OfKinds    = Message{"entity of the kind %s", "entité du type %s"}
	AnEntity   = Message{"an entity", "une entité"}
	OneOfKinds = Message{"an entity of the kind %s", "une entité du type %s"}
	valueTypes = map[say.Type]Message{say.List: AList, say.Table: ATable}
)

func (l *Language) argument(arg say.Arg) string {
	switch arg := arg.(type) {
	case say.Text:
		return l.quoteText(string(arg))
	case say.Rune:
		return fmt.Sprintf("U+%04X", rune(arg))
	case say.Type:
		return l.Say(valueTypes[arg])
	case say.Cause:
		if m, known := causes[string(arg)]; known {
			return l.Say(m)
		}
	case say.Keys:
		return strings.Join(arg, l.ListComma)
	case say.Found:
		return strings.Join(arg, l.ListComma)
	case say.Kinds:
		if len(arg) == 0 {
			return l.Say(AnyEntity)
		}
		return l.Say(OfKinds, l.orKinds(arg))
	case say.OneOf:
		if len(arg) == 0 {
			return l.Say(AnEntity)
		}
		return l.Say(OneOfKinds, l.orKinds(arg))
	}
	return fmt.Sprint(arg)
}

// orKinds quotes the names of kinds: they are the author's, and no words of the sentence.
func (l *Language) orKinds(names []string) string {
	quoted := make([]string, len(names))
	for i, name := range names {
		quoted[i] = l.quoteText(name)
	}
	return strings.Join(quoted, " "+l.Say(Or)+" ")
}

// causes are errors of the operating system and of reading, by their English
// words. Any other is said in its own.
var causes = map[string]Message{
	"permission denied":                 {"permission denied", "accès refusé"},
	"no such file or directory":         {"no such file or directory", "fichier introuvable"},
	"file does not exist":               {"file does not exist", "fichier introuvable"},
	"is a directory":                    {"is a directory", "c’est un dossier"},
	"not a directory":                   {"not a directory", "ce n’est pas un dossier"},
	"input/output error":                {"input/output error", "erreur d’entrée-sortie"},
	"file name too long":                {"file name too long", "nom trop long"},
	"too many open files":               {"too many open files", "trop de fichiers ouverts"},
	"too many levels of symbolic links": {"too many levels of symbolic links", "les liens symboliques tournent en rond"},
	"is no regular file":                {"is no regular file", "ce n’est pas un fichier ordinaire"},
	"leads out of the folder of the knowledge base": {"leads out of the folder of the knowledge base",
		"le chemin sort du dossier de la base"},
	"larger than 1 MB": {"larger than 1 MB", "fichier trop grand\u00a0: 1\u00a0Mo au plus"},
	"larger than can be read: at most 64 MB": {"larger than can be read: at most 64 MB",
		"fichier trop grand\u00a0: 64\u00a0Mo au plus"},
	"larger than 4 GiB, which is more than can be read": {"larger than 4 GiB, which is more than can be read",
		"fichier trop grand\u00a0: 4\u00a0Gio au plus"},
}
