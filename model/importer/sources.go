package importer

import (
	"slices"
	"strconv"
	"strings"

	"rihla/model/kb"
	"rihla/model/reader"
)

// addSources adds a source for each input other than an export of rihla, and makes its
// entities cite it, with their place in the input as the locator.
func (r *reading) addSources() {
	taken := make(map[string]bool)
	for _, k := range r.Kinds {
		if k.Name == r.sourceKind() {
			for _, e := range k.Entities {
				taken[e.Key] = true
			}
		}
	}
	isCited := make([]bool, len(r.Inputs))
	for _, k := range r.Kinds {
		for n := range k.Entities {
			e := &k.Entities[n]
			isCited[e.source] = isCited[e.source] || !e.isOwn && !r.isOwn[e.source]
		}
	}
	for n := range r.Inputs {
		in := &r.Inputs[n]
		if !isCited[n] || in.Rows == 0 {
			continue
		}
		base := reader.Slug(in.Name)
		if base == "" {
			base = "import"
		}
		key := base
		for next := 2; taken[key]; next++ {
			key = base + "-" + strconv.Itoa(next)
		}
		taken[key], in.source = true, key
	}
	for _, k := range r.Kinds {
		for n := range k.Entities {
			e := &k.Entities[n]
			if source := r.Inputs[e.source].source; source != "" && !e.isOwn {
				place := kb.Value{Type: kb.String, Str: e.place}
				at := []kb.Entry{{Key: "to", Value: kb.Value{Type: kb.String, Str: source}}, {Key: "locator", Value: place}}
				e.Fields = put(e.Fields, []string{"source"}, kb.Value{Type: kb.Table, Items: at})
			}
		}
	}
}

// sourceKind returns the kind of the sources: the one in the import, if any.
func (i *Import) sourceKind() string {
	isKind := func(name string) bool {
		return slices.ContainsFunc(i.Kinds, func(k *Kind) bool { return k.Name == name })
	}
	if isKind("sources") && !isKind("source") {
		return "sources"
	}
	return "source"
}

// findReferences collects the relations of tables written by package export, in which a
// column with the names of the targets follows each reference column.
func (r *reading) findReferences() {
	kinds := make(map[string]map[string]bool)
	for _, k := range r.Kinds {
		keys := make(map[string]bool, len(k.Entities))
		for _, e := range k.Entities {
			keys[e.Key] = true
		}
		kinds[k.Name] = keys
	}
	for _, k := range r.Kinds {
		for n := range k.Columns {
			label := k.Columns[n].Name
			if n == 0 || k.Columns[n].Field != "" || label != k.Columns[n-1].Name+".name" {
				continue
			}
			path := k.Columns[n-1].Field
			to := relation{name: path, from: []string{k.Name}}
			best := 0
			for _, target := range r.Kinds {
				hits := 0
				for i := range k.Entities {
					for _, ref := range textsAt(k.Entities[i].Fields, strings.Split(path, ".")) {
						if kinds[target.Name][ref] {
							hits++
						}
					}
				}
				if hits > best {
					best, to.to = hits, []string{target.Name}
				}
			}
			r.relate(to)
		}
	}
}

// relate adds a relation, or merges it with the relation of the same name.
func (i *Import) relate(r relation) {
	for n := range i.relations {
		known := &i.relations[n]
		if known.name != r.name {
			continue
		}
		for _, from := range r.from {
			if !slices.Contains(known.from, from) {
				known.from = append(known.from, from)
			}
		}
		if len(known.to) > 0 && len(r.to) > 0 {
			for _, to := range r.to {
				if !slices.Contains(known.to, to) {
					known.to = append(known.to, to)
				}
			}
		} else {
			known.to = nil
		}
		return
	}
	i.relations = append(i.relations, r)
}

// textsAt returns the texts at a path.
func textsAt(fields []kb.Entry, path []string) []string {
	for i := range fields {
		switch v := fields[i].Value; {
		case fields[i].Key != path[0]:
		case len(path) == 1:
			return v.Strings()
		case v.Type == kb.Table:
			return textsAt(v.Items, path[1:])
		}
	}
	return nil
}
