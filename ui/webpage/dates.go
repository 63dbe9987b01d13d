package webpage

import (
	"rihla/model/kb"
	"rihla/model/timeline"
	drawn "rihla/ui/draw/timeline"
	"rihla/ui/present"
)

// dated is an item of the timeline. Days are counted from 1 January 1970.
type dated struct {
	Span   [4]int `json:"s"` // earliest and latest first day, earliest and latest last day
	When   any    `json:"w"`
	What   any    `json:"n,omitempty"` // omitted for the entity itself
	Traits int    `json:"x,omitempty"` // see timeline.Traits
}

func (w *writer) today() timeline.Day { return timeline.LastDay(w.voice.Day.Span()) }

// dates returns the timeline items of an entity.
func (w *writer) dates(e *kb.Entity) []dated {
	t := timeline.Of(w.kb, e, w.today())
	if len(t.Items) == 0 {
		return nil
	}
	charts := make(map[string]*drawn.Chart, len(w.voices))
	for _, v := range w.voices {
		charts[v.Lang] = drawn.Sayer(v, t)
	}
	out := make([]dated, len(t.Items))
	for i := range t.Items {
		item := &t.Items[i]
		out[i] = dated{
			Span: [4]int{int(item.Start.From), int(item.Start.To), int(item.End.From), int(item.End.To)}, Traits: int(item.Traits),
			When: w.each(func(v present.Voice) string { return charts[v.Lang].When(item) }),
			What: w.each(func(v present.Voice) string { return charts[v.Lang].What(item) }),
		}
	}
	return out
}
