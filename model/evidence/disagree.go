package evidence

import "rihla/model/kb"

// Disagree tells whether statements of one field cannot all be true: they are
// each stated with qualifiers, differ, and are not said to hold at different
// times, unless one of them is disputed. What is deprecated does not count. Links
// may well be several, so they disagree only where one of them is disputed.
func Disagree(group []*kb.Statement) bool {
	var first *kb.Statement
	differ, disputed, dated := false, false, false
	for _, s := range group {
		switch {
		case s.Claim == nil:
			return false
		case s.Claim.Rank == kb.Deprecated:
			continue
		case first == nil:
			first = s
		}
		differ = differ || s.To != first.To || !sameValue(s.Value, first.Value)
		disputed = disputed || s.Claim.Confidence == kb.Disputed
		dated = dated || s.Claim.Since+s.Claim.Until+s.Claim.Date != ""
	}
	return differ && (disputed || !dated && first.Field.Relation == nil)
}

// sameValue tells whether two values are alike, wherever they stand.
func sameValue(a, b kb.Value) bool {
	if a.Type != b.Type || a.Str != b.Str || len(a.Items) != len(b.Items) {
		return false
	}
	for i := range a.Items {
		if a.Items[i].Key != b.Items[i].Key || !sameValue(a.Items[i].Value, b.Items[i].Value) {
			return false
		}
	}
	return true
}
