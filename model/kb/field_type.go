package kb

import "rihla/model/date"

// FieldType is the type that the manifest declares for the values of a field;
// "" where it declares none.
type FieldType string

// The types of fields.
const (
	FieldText     FieldType = "text"
	FieldYear     FieldType = "year"
	FieldDate     FieldType = "date"
	FieldNumber   FieldType = "number"
	FieldBool     FieldType = "bool"
	FieldURL      FieldType = "url"
	FieldEmail    FieldType = "email"
	FieldLocation FieldType = "location" // [latitude, longitude], in degrees
)

// FieldTypes lists the types as the manifest names them.
var FieldTypes = []string{
	string(FieldText), string(FieldYear), string(FieldDate), string(FieldNumber),
	string(FieldBool), string(FieldURL), string(FieldEmail), string(FieldLocation),
}

// ReadsDates returns which values of the field are dates.
func (f *Field) ReadsDates() date.Reading {
	switch f.Type {
	case FieldYear:
		return date.Years
	case FieldDate:
		return date.Dates
	case "":
		return f.Dates
	}
	return date.Days
}

// DateOf reads a value of the field as a date.
func (f *Field) DateOf(v Value) (date.Date, bool) { return v.Date(f.ReadsDates()) }

// Date reads the value as a date; false for lists and tables.
func (v Value) Date(r date.Reading) (date.Date, bool) {
	switch v.Type {
	case Date:
		return date.Parse(v.Str)
	case String:
		return r.Text(v.Str)
	case Int, Float:
		return r.Number(v.Str)
	}
	return date.Date{}, false
}

// Dates returns how the value of an entry is read in a table of a list, for which
// no Field stands: by its key, and what it is.
func (e *Entry) Dates() date.Reading {
	least := ReservedDates(e.Key)
	tally := date.Tally{Name: date.Annual}
	if e.Value.CountDates(&tally); !tally.HasDates() {
		return least
	}
	tally = date.Tally{Name: date.NameOf(e.Key)}
	e.Value.CountDates(&tally)
	return max(tally.Reading(), least)
}

// CountDates counts the value, and the elements of a list.
func (v Value) CountDates(t *date.Tally) {
	switch v.Type {
	case String:
		t.AddText(v.Str)
	case Int, Float:
		t.AddNumber(v.Str)
	case Date:
		t.AddDate()
	case List:
		for i := range v.Items {
			v.Items[i].Value.CountDates(t)
		}
	}
}

// ReservedDates returns how a field of the last part of a path is read at least,
// because the format reserves the name for dates.
func ReservedDates(last string) date.Reading {
	if last == "date" || last == "start" || last == "end" {
		return date.Texts
	}
	return date.Days
}

// IsLocation reports whether a field holds locations, by its declared type or else by its
// name.
func (f *Field) IsLocation() bool {
	return f.Type == FieldLocation || f.Type == "" && f.Path == "location"
}
