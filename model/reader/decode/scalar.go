package decode

import (
	"math"
	"strconv"
	"strings"
	"time"

	"rihla/model/kb"
)

// scalar converts the decoder's string, integer, float, boolean or date to a value
// without a position; anything else to Null.
func scalar(v any) kb.Value {
	switch v := v.(type) {
	case string:
		return kb.Value{Type: kb.String, Str: v}
	case int64:
		return kb.Value{Type: kb.Int, Str: strconv.FormatInt(v, 10)}
	case float64:
		return kb.Value{Type: kb.Float, Str: float(v)}
	case bool:
		if v {
			return kb.Value{Type: kb.Bool, Str: "true"}
		}
		return kb.Value{Type: kb.Bool, Str: "false"}
	case time.Time:
		return kb.Value{Type: kb.Date, Str: date(v)}
	}
	return kb.Value{}
}

// float formats a float in TOML: the shortest form that parses to the same number
// and is not an integer.
func float(f float64) string {
	switch size := math.Abs(f); {
	case math.IsNaN(f):
		return "nan"
	case math.IsInf(f, 1):
		return "inf"
	case math.IsInf(f, -1):
		return "-inf"
	case size != 0 && (size < 1e-6 || size >= 1e16):
		return strconv.FormatFloat(f, 'e', -1, 64)
	}
	s := strconv.FormatFloat(f, 'f', -1, 64)
	if !strings.Contains(s, ".") {
		s += ".0"
	}
	return s
}

// date formats a date or time in ISO 8601 (RFC 3339). The decoder marks local ones
// by the name of their location.
func date(t time.Time) string {
	switch t.Location().String() {
	case "date-local":
		return t.Format("2006-01-02")
	case "time-local":
		return t.Format("15:04:05.999999999")
	case "datetime-local":
		return t.Format("2006-01-02T15:04:05.999999999")
	}
	return t.Format(time.RFC3339Nano)
}
