package edit

import "rihla/model/kb"

// InParts returns the editor of a knowledge base that decodes no file whole where a part
// is enough.
func InParts(k *kb.KB) Base { return Base{k, 0} }

// IsPart reports whether what a file says of an entity is edited in a part of it.
func (b Base) IsPart(e *kb.Entity) bool {
	d, err := b.around(e, e.Pos.File, "")
	return err == nil && len(d.text) < len(d.file())
}
