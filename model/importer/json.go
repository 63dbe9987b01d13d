package importer

import (
	"slices"
	"strconv"
	"strings"

	"rihla/model/kb"
	"rihla/model/say"
)

// json imports a JSON document. The accepted shapes are: an export of rihla; followthemoney
// entities; a list of objects; an object of such lists, or of objects by key, each a kind;
// objects by key, of a single kind; or a single object, which is an entity.
func (r *reading) json(name, text string) error {
	v, err := parseJSON(text)
	if err != nil {
		return jsonError(text)
	}
	kind := r.kindOf(name)
	switch {
	case v.Type == kb.Table && isOwnExport(v):
		r.ownExport(v)
	case newFTMReading(r).takes(v):
		newFTMReading(r).add(v, 1, "line 1")
	case v.Type == kb.List:
		r.list(kind, "", v)
	case v.Type != kb.Table:
		return ErrNothing
	case isKeyed(v) && all(v, isKeyed):
		for _, item := range v.Items {
			r.keyed(r.kindBelow(item.Key), item.Key+".", item.Value)
		}
	case isKeyed(v):
		r.keyed(kind, "", v)
	case slices.ContainsFunc(v.Items, func(item kb.Entry) bool { return isRecords(item.Value) }):
		r.members(name, kind, v)
	default:
		t := r.table(kind)
		r.addObject(t, "", "line 1", v)
	}
	return nil
}

// members imports the members of an object that are collections, and reports the others as
// skipped.
func (r *reading) members(name, kind string, v kb.Value) {
	lists := 0
	for _, item := range v.Items {
		if isRecords(item.Value) {
			lists++
		}
	}
	var others []string
	for _, item := range v.Items {
		switch {
		case item.Key == "type" && item.Value.Str == "FeatureCollection":
		case !isRecords(item.Value):
			others = append(others, item.Key)
		case lists == 1 && isWrapper(item.Key):
			r.list(kind, item.Key, item.Value)
		default:
			r.list(r.kindBelow(item.Key), item.Key, item.Value)
		}
	}
	if len(others) > 0 {
		r.find(name, 0, say.MembersSkipped.With(say.Keys(others)))
	}
}

// isWrapper reports whether a member name is a generic wrapper for a list, such as items.
func isWrapper(key string) bool {
	return slices.Contains([]string{"data", "items", "results", "records", "rows", "entries", "values", "list", "features", "nodes", "content", "hits"}, strings.ToLower(key))
}

// kindBelow returns the kind of the objects in a member.
func (r *reading) kindBelow(key string) string {
	if r.options.Kind != "" {
		return r.options.Kind
	}
	return kindName(key)
}

func all(v kb.Value, is func(kb.Value) bool) bool {
	return !slices.ContainsFunc(v.Items, func(item kb.Entry) bool { return !is(item.Value) })
}

// isRecords reports whether a value is a list of objects.
func isRecords(v kb.Value) bool {
	return v.Type == kb.List && len(v.Items) > 0 && all(v, func(v kb.Value) bool { return v.Type == kb.Table })
}

// isKeyed reports whether a value is an object whose members are objects.
func isKeyed(v kb.Value) bool {
	return v.Type == kb.Table && len(v.Items) > 0 && all(v, func(v kb.Value) bool { return v.Type == kb.Table })
}

func (r *reading) list(kind, path string, v kb.Value) {
	t := r.table(kind)
	ftm := newFTMReading(r)
	for i, item := range v.Items {
		place := path + "[" + strconv.Itoa(i) + "]"
		if item.Value.Type != kb.Table {
			item.Value = kb.Value{Type: kb.Table, Items: []kb.Entry{{Key: "value", Value: item.Value}}}
		}
		if ftm.takes(item.Value) {
			ftm.add(item.Value, 0, place)
			continue
		}
		r.addObject(t, "", place, item.Value)
	}
}

func (r *reading) keyed(kind, path string, v kb.Value) {
	t := r.table(kind)
	for _, item := range v.Items {
		r.addObject(t, item.Key, path+item.Key, item.Value)
	}
}

// addObject adds a row for an object.
func (r *reading) addObject(t *table, key, place string, v kb.Value) *row {
	if isFeature(v) {
		v.Items = featureFields(v)
	}
	t.rows = append(t.rows, row{key: key, input: r.input(), place: place, fields: v.Items})
	t.note(v.Items)
	r.Inputs[r.input()].Rows++
	return &t.rows[len(t.rows)-1]
}

// note registers the names of fields as columns of a table.
func (t *table) note(fields []kb.Entry) {
	if t.known == nil {
		t.known = make(map[string]bool)
	}
	for i := range fields {
		if name := fields[i].Key; !t.known[name] {
			t.known[name] = true
			t.columns = append(t.columns, name)
		}
	}
}

// jsonLines imports JSON Lines: entities of rihla, followthemoney entities or statements,
// or arbitrary objects.
func (r *reading) jsonLines(name, text string) error {
	t := r.table(r.kindOf(name))
	own := newOwnReading(r)
	ftm := newFTMReading(r)
	line, good := 0, 0
	for text != "" {
		var one string
		one, text, _ = strings.Cut(text, "\n")
		line++
		if strings.TrimSpace(one) == "" {
			continue
		}
		v, err := parseJSON(one)
		if err != nil || v.Type != kb.Table {
			r.find(name, line, say.LineNotJSON.With())
			continue
		}
		good++
		place := "line " + strconv.Itoa(line)
		switch {
		case isOwnEntity(v):
			own.entity(v)
		case ftm.takes(v):
			ftm.add(v, line, place)
		case ftm.takesStatement(v):
			ftm.addStatement(v, line)
		default:
			r.addObject(t, "", place, v).line = line
		}
	}
	own.end()
	ftm.end()
	if good == 0 {
		return ErrNotJSON
	}
	return nil
}

// jsonError returns the syntax error of an invalid JSON text, with its line.
func jsonError(text string) error {
	d := newJSONDecoder(text)
	for {
		if _, failed := d.Token(); failed != nil {
			break
		}
	}
	line := 1 + strings.Count(text[:min(len(text), int(d.InputOffset()))], "\n")
	return &Error{Line: line, Reason: ErrNotJSON}
}
