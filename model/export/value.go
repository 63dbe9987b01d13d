package export

import "rihla/model/kb"

// ValueJSON returns a value encoded as in the json format.
func ValueJSON(k *kb.KB, lang string, v kb.Value) string {
	var enc encoder
	enc.value(v, k, lang)
	return string(enc.buf)
}
