package reader

import "rihla/model/kb"

// noteKeys notes which of the entities that were read are keyed by a text.
func (m *memory) noteKeys(u *update, now *kb.KB) {
	var keyed map[int]bool
	for i, e := range u.entitiesNow(now) {
		if is := u.read[i].draft.isKeyedByText(); is != m.keyedByText[e.ID()] {
			if keyed == nil {
				keyed = make(map[int]bool, len(m.keyedByText)+1)
				for id := range m.keyedByText {
					keyed[id] = true
				}
			}
			keyed[e.ID()] = is
		}
	}
	if keyed != nil {
		m.keyedByText = keyed
	}
}

// learn adds rules for fields that had none. It returns false if one of them may be a
// relation, which all files decide together.
func (m *memory) learn(o *observer) bool {
	i := newInference(&facts{kb: m.kb, manifest: &m.manifest}, &kinds{kb: m.kb})
	for kind, root := range o.roots {
		if m.rules.byKind[kind] == nil {
			m.rules.byKind[kind] = &rule{fieldPath: root.fieldPath}
		}
		if !i.learn(root, m.rules.byKind[kind]) {
			return false
		}
	}
	return true
}

func (i *inference) learn(u *usage, known *rule) bool {
	for key, field := range u.sub {
		below := known.sub[key]
		if below == nil {
			if field.values.named > 0 || field.keys.named > 0 || len(field.values.hits) > 0 || field.declared != nil || field.lenient != nil {
				return false
			}
			below = &rule{fieldPath: field.fieldPath, dates: i.readDates(field)}
			if known.sub == nil {
				known.sub = make(map[string]*rule)
			}
			known.sub[key] = below
		}
		if !i.learn(field, below) {
			return false
		}
	}
	return true
}
