package words

import (
	"strconv"
	"strings"
	"time"
)

// WriteDate writes out a date of TOML or a part of one, a year or a month, as the
// language does: "11 February 2024", "1er février 2024". The second result tells
// whether it names a day. What is no date stays as it is.
func (w *Words) WriteDate(date string) (written string, isDay bool) {
	for _, layout := range []string{"2006", "2006-01", time.DateOnly} {
		t, err := time.Parse(layout, date)
		switch {
		case err != nil:
		case layout == "2006":
			return date, false
		case layout == "2006-01":
			return w.month(t), false
		default:
			return w.day(t), true
		}
	}
	return w.moment(date)
}

// moment writes a day and the time of day, which keeps the zone that it is in.
func (w *Words) moment(date string) (written string, isDay bool) {
	const hourAndMinute = len("15:04")
	if len(date) < len(time.DateOnly)+1+hourAndMinute {
		return date, false
	}
	day, err := time.Parse(time.DateOnly, date[:len(time.DateOnly)])
	clock := date[len(time.DateOnly)+1:]
	if _, wrong := time.Parse("15:04", clock[:hourAndMinute]); err != nil || wrong != nil {
		return date, false
	}
	zone := ""
	if at := strings.IndexAny(clock, "Z+-"); at >= 0 {
		zone = " (" + strings.Replace(clock[at:], "Z", "UTC", 1) + ")"
	}
	return w.day(day) + w.ListComma + clock[:hourAndMinute] + zone, true
}

func (w *Words) month(t time.Time) string {
	return strings.Fields(w.Months)[t.Month()-1] + " " + strconv.Itoa(t.Year())
}

func (w *Words) day(t time.Time) string {
	day := strconv.Itoa(t.Day())
	if t.Day() == 1 {
		day = w.FirstOfMonth
	}
	return day + " " + w.month(t)
}
