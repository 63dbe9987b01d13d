package words_test

import (
	"testing"

	"rihla/model/say"
	"rihla/ui/words"
)

// What readers of findings are told in English: that the model finds these is said
// by its own tests, as identities and arguments.
var english = []struct {
	says say.Sentence
	want string
}{
	{say.OthersName.With(say.Number(12), say.Number(13), say.Field("berth"), say.OneOf{"port"}, say.Text("the roads")),
		`"the roads" names nothing; 12 of 13 values of berth name an entity of the kind "port"`},
	{say.OthersNameOne.With(say.Number(12), say.Number(13), say.Field("berth"), say.OneOf{"port"}, say.Text("Twin"), say.Found{"port/twin", "port/double"}),
		`"Twin" may be any of several: port/twin, port/double; 12 of 13 values of berth name an entity of the kind "port"`},
	{say.CorrectAddOrDeclare.With(say.OneOf{"port"}),
		`correct the name, or add an entity of the kind "port" with that name; rihla explain says how to declare that it is not a reference`},
	{say.NamesNothing.With(say.Field("berth"), say.Text("the roads"), say.Kinds{"port"}), `berth names "the roads", but no entity of the kind "port" has that name`},
	{say.NamesItself.With(say.Field("derived_from")), "derived_from names the source itself"},

	{say.Is.With(say.Field("url"), say.Value(`"www.example.org"`)), `url is "www.example.org"`},
	{say.Is.With(say.Field("source"), say.Table), "source is a table"},
	{say.IsLikeURL.With(say.Field("url"), say.Value(`"www.example.org"`)), `url is "www.example.org", which begins like an address`},
	{say.IsLikeDegrees.With(say.Field("location"), say.Value("[148.2, -3.5]")), "location is [148.2, -3.5], two numbers like degrees"},
	{say.NoSuchDay.With(say.Field("opened"), say.Value(`"2024-02-30"`)), `opened is "2024-02-30", a day that does not exist`},
	{say.IsLikeDate.With(say.Field("date"), say.Value(`"2024-02-30"`)), `date is "2024-02-30", which begins like a date`},
	{say.IsInClaim.With(say.Field("since"), say.Value(`"then"`)), `since is "then", in a statement with a source`},
	{say.EndsBefore.With(say.Field("end"), say.Value("2024-02-01"), say.Field("start"), say.Value("2024-02-10")),
		"end is 2024-02-01, which comes before start, 2024-02-10"},
	{say.EndsBefore.With(say.Field("until"), say.Value(`"2019"`), say.Field("since"), say.Value(`"2020"`)),
		`until is "2019", which comes before since, "2020"`},
	{say.AliasesOther.With(), "aliases hold something other than texts"},
	{say.QueryNotRead.With(say.Key("bad")), "the query of the view bad cannot be read"},
	{say.QuoteLike.With(say.Text("It is owned by Lund, they say.")), `the most similar passage is "It is owned by Lund, they say."`},

	{say.AddLanguages.With(say.TOML(`fr = "…", ar = "…"`)), `add fr = "…", ar = "…"`},
	{say.LinkBy.With(say.Field("r")), "link it to what it is related to, for example by r"},
	{say.LinkToBy.With(say.Field("r")), "link to it from where it belongs, for example by r"},
	{say.LinkTo.With(), "link to it from where it belongs"},
	{say.CiteOrRemove.With(say.TOML(`"s"`)), `cite it where it is the source: source = "s", or remove it`},
	{say.DidYouMean.With(say.Text("port")), `did you mean "port"?`},
	{say.DeclareOrNameKind.With(say.Kind("lighthouse")), "add [kinds.lighthouse] to the manifest, or name another kind"},
	{say.RenameField.With(say.Field("sumary"), say.Field("summary")), "rename sumary to summary"},
	{say.UseKeyOf.With(say.Keys{"format", "title", "summary", "languages", "home", "strict", "exclude"}),
		"the keys here are format, title, summary, languages, home, strict, exclude"},

	{say.Redefines.With(say.Address("city/austin"), say.Position("a.toml:1:1")), "city/austin is already defined at a.toml:1:1"},
	{say.Repeats.With(say.Address("job/x #3"), say.Position("b.toml:1:1")), "all fields are those of job/x #3 at b.toml:1:1"},
	{say.NamesNothing.With(say.Field("body"), say.Text("été"), say.Kinds{}), `body names "été", but no entity has that name`},
	{say.NamesSeveral.With(say.Field("body"), say.Text("Paris"), say.Found{"city/paris", "person/paris"}),
		`body names "Paris", which may be any of several: city/paris, person/paris`},
	{say.TableNamesSeveral.With(say.Field("lead"), say.OneOf{}), "lead holds a table in which more than one value names an entity"},
	{say.TableNamesNone.With(say.Field("lead"), say.OneOf{}), "lead holds a table in which no value names an entity"},
	{say.CorrectOrAdd.With(say.OneOf{}), "correct the name, or add an entity with that name"},
	{say.WriteAddress.With(), "write the address of the intended one"},
	{say.FolderNotRead.With(say.Cause("permission denied")), "the folder cannot be read: permission denied"},
	{say.ViewHasNoQuery.With(say.Key("empty")), "the view empty has no query"},
	{say.AddQuery.With(), `add one: query = "kind:company"`},

	{say.FileHoldsZero.With(), "the file is not text: it holds a zero byte"},
	{say.FileIsGzip.With(), "the file is compressed with gzip"},
	{say.FileIsZip.With(), "the file is a zip archive, or an office document"},

	{say.TooDeep.With(say.Number(32)), "lists and inline tables are nested more than 32 levels deep"},
	{say.TooManyParts.With(say.Number(16)), "a key has more than 16 parts"},
	{say.KeyDefined.With(say.Key("a.b")), "Key 'a.b' has already been defined."},
	{say.KeyDefinedOn.With(say.Key("a.b"), say.Number(3)), "Key 'a.b' has already been defined, on line 3."},
	{say.KeyIsTable.With(say.Key("a")), "Key 'a' was already created as a hash."},
	{say.KeyIsTableOn.With(say.Key("a"), say.Number(3)), "Key 'a' was already created as a hash, on line 3."},
	{say.KeyIsNoArrayOn.With(say.Key("a"), say.Number(3)), "Key 'a' was already created and cannot be used as an array, on line 3."},

	{say.QuoteText.With(), `put quotation marks around a text: "…"`},
	{say.CloseText.With(), `close the quotation mark, or write """ around a text of several lines`},
	{say.WriteEquals.With(), "write = between a key and its value"},
	{say.SeparateElements.With(), "put a comma between the elements, or close the list with ]"},
	{say.SeparateKeys.With(), "put a comma between the keys, or close the table with }"},
	{say.CloseHeader.With(), "close the header with ]"},
	{say.WriteDay.With(), `write a day of the calendar, 2024-02-11, or what is known of it in quotation marks: "2024-02"`},
	{say.WriteISODate.With(), "write a date as 2024-02-11"},
	{say.RemoveZeroes.With(), "remove the zeroes, or put quotation marks around the number"},
	{say.WriteBackslash.With(), `write \\ for a backslash, or put '…' around the text`},
	{say.LowerCase.With(), "write true and false in lower case"},
	{say.QuoteKey.With(), "put quotation marks around a key that holds anything but a to z, digits, - and _"},
	{say.StraightQuotes.With(), `use straight quotation marks: "…"`},
	{say.WriteValue.With(), "write a value after the =, or remove the key"},
	{say.WriteDecimal.With(), "write a decimal as 11.5, thousands as 1000 or 1_000"},
	{say.EscapeQuote.With(), `write \" for a quotation mark within a text, or end the line after the text`},
	{say.RemoveOrMerge.With(), "remove one of the two, or merge them"},
	{say.LookForBracket.With(), "look for a missing bracket, or one too many, on the lines before"},
	{say.RemoveCharacter.With(), `remove the character, or write it as \u and its four digits`},
	{say.MayLackDelimiter.With(say.Number(1)), "the value that begins on line 1 may lack its closing delimiter"},

	{say.ViewsAreOthers.With(), "its views are not those of a manifest"},
	{say.ViewsAreInline.With(), "its views are an inline table, which cannot be extended"},
	{say.NotRegular.With(), "it is not a regular file"},
	{say.WriteRefused.With(say.Cause("file too large")), "it cannot be written: file too large"},
	{say.FileIsUTF16.With(), "the file is encoded as UTF-16"},
	{say.ChangedSince.With(), "it has changed since it was read"},
	{say.KeepViews.With(), `a manifest keeps each view under a header: [views.name], with a query = "…"`},
	{say.NothingWritten.With(), "nothing was written"},
	{say.FixFirst.With(), "fix this first; nothing was written"},
	{say.SaveElsewhere.With(), "save in a file or a folder of files"},
	{say.SaveAgainFixed.With(), "nothing was written; save again once that is fixed"},
	{say.ReadAgain.With(), "nothing was written; reload the files first"},
}

func TestSentencesInEnglish(t *testing.T) {
	for _, c := range english {
		if got := words.For("en").Sentence(c.says); got != c.want {
			t.Errorf("%s: %s, want %s", c.says, got, c.want)
		}
	}
}
