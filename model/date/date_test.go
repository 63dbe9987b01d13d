package date_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"rihla/model/date"
)

func written(d date.Date, ok bool) string {
	if !ok {
		return ""
	}
	return d.String()
}

func TestDatesAsPeopleWriteThem(t *testing.T) {
	for text, want := range map[string]string{
		"2024": "2024", "2024-02": "2024-02", "2024-02-13": "2024-02-13", "2020/02/18": "2020-02-18", "2020/2/8": "2020-02-08", "2020-2-8": "2020-02-08",
		"-0044": "-0044", "-0044-03-15": "-0044-03-15", "12024-05-01": "12024-05-01", "-12024-05-01": "-12024-05-01", "0000": "0000", "+12024-05-01": "12024-05-01",
		"2024-02-13T10:30": "2024-02-13T10:30", "2024-02-13 10:30:05": "2024-02-13T10:30:05", "2024-02-13t10:30:05.250Z": "2024-02-13T10:30:05.250Z",
		"2024-02-13T10:30:05+02:00": "2024-02-13T10:30:05+02:00", "2024-02-13T10:30-0730": "2024-02-13T10:30-07:30", "2024-02-13 10:30:05 UTC": "2024-02-13T10:30:05Z",
		"18 Feb 2020": "2020-02-18", "18. Februar 2020": "2020-02-18", "Feb 18, 2020": "2020-02-18", "February 18th, 2020": "2020-02-18", "18th of February 2020": "2020-02-18",
		"18 février 2020": "2020-02-18", "1er août 1944": "1944-08-01", "le 18 fe\u0301vrier 2020": "2020-02-18", "18 fevrier 2020": "2020-02-18", "18 FÉVR. 2020": "2020-02-18",
		"mardi 18 février 2020": "2020-02-18", "Tue, 18 Feb 2020 10:30:00 +0100": "2020-02-18T10:30:00+01:00", "Tue Feb 18 9:30:00 2020": "2020-02-18T09:30:00",
		"18/Feb/2020:10:30:00 +0000": "2020-02-18T10:30:00+00:00", "18-Feb-2020": "2020-02-18", "2020-Feb-18": "2020-02-18",
		"Feb 18, 2020 10:30 PM": "2020-02-18T22:30", "Feb 18, 2020 12:05:01 AM": "2020-02-18T00:05:01", "Feb 18, 2020 13:30 PM": "", "February 18, 2020 at 0:30 AM": "",
		"18 de febrero de 2020": "2020-02-18", "18 febbraio 2020": "2020-02-18", "3. März 1999": "1999-03-03", "18 февраля 2020": "2020-02-18", "18 فبراير 2020": "2020-02-18",
		"February 2024": "2024-02", "févr. 2024": "2024-02", "2024 February": "2024-02", "May 2020": "2020-05",
		"2020年2月18日": "2020-02-18", "2020年2月": "2020-02", "2020년 2월 18일": "2020-02-18",

		"": "", "03/04/2020": "", "31/12/2020": "", "12/31/2020": "", "18.02.2020": "", "18-02-2020": "", "1.2.2020": "", "18/02/20": "", "18 Feb 20": "", "Feb 18": "",
		"2020/02": "", "2020.02.18": "", "12024": "", "90210": "", "44 BC": "", "2024-13": "", "2024-00-01": "", "2023-02-29": "", "30 Feb 2020": "", "2020-02-18T25:00": "", "2020-02-18T10": "",
		"2020-02-18x": "", "2020-02/18": "", "1674232499": "", "20200218": "", "version 2020": "", "2020 2021 May": "", "May 1 2 2020": "", "May June 2020": "", "10:30 May 2020": "",
		"2019-20": "", "2024 Q1": "", "soon": "", "1.0.2020": "", "second of May 2020": "", "2024-02-13T10:30:05+25:00": "", "2020年": "2020", "2020年18日": "", "2020年13月": "", "2020年2月30日": "", "2020年2月 3": "", "2020年2月2月": "", "12020年2月18日": "", "May 2020年": "",
		"2020年 10:30": "", "2020年2月18日 10:30": "2020-02-18T10:30", "Feb 2020 18": "2020-02-18", "pm 18 Feb 2020": "", "18 Feb 2020 UTC": "", "18 Feb 2020 10:30 UTC": "2020-02-18T10:30Z",
		"18 Feb 2020 10:30 UTC UTC": "", "18 Feb 2020 10:30 11:30": "", "18 Feb 2020 10:30 +01:00 +01:00": "", "0 Feb 2020": "", "2020": "2020", "20 20 May 2020": "",
		"18日": "", "2月18日": "",
	} {
		d, ok := date.Parse(text)
		if got := written(d, ok); got != want {
			t.Errorf("%q is %q, want %q", text, got, want)
		}
	}
}

func TestAFieldOfDatesHoldsMoreNotations(t *testing.T) {
	for _, test := range []struct{ text, days, texts, dates, years string }{
		{"2024-02-13", "2024-02-13", "2024-02-13", "2024-02-13", "2024-02-13"},
		{"2024", "", "2024", "2024", "2024"},
		{"February 2024", "", "2024-02", "2024-02", "2024-02"},
		{"2020/02", "", "2020-02", "2020-02", "2020-02"},
		{"2020.02.18", "", "2020-02-18", "2020-02-18", "2020-02-18"},
		{"99999", "", "99999", "99999", "99999"},
		{"44 BC", "", "-0043", "-0043", "-0043"},
		{"15 March 44 BC", "", "-0043-03-15", "-0043-03-15", "-0043-03-15"},
		{"753 av. J.-C.", "", "-0752", "-0752", "-0752"},
		{"AD 79", "", "0079", "0079", "0079"},
		{"0 BC", "", "", "", ""},
		{"March 15, 44 BC", "", "-0043-03-15", "-0043-03-15", "-0043-03-15"},
		{"30 February 44 BC", "", "", "", ""},
		{"100000 BC", "", "", "", ""},
		{"12024 AD", "", "12024", "12024", "12024"},
		{"99999999", "", "", "", ""},
		{"100000000", "", "", "1973-03-03T09:46:40Z", ""},
		{"44", "", "", "", "0044"},
		{"-44", "", "", "", "-0044"},
		{"20200218", "", "", "2020-02-18", ""},
		{"20201318", "", "", "", ""},
		{"1674232499", "", "", "2023-01-20T16:34:59Z", ""},
		{"1674232499000", "", "", "2023-01-20T16:34:59Z", ""},
		{"1674232499250", "", "", "2023-01-20T16:34:59.25Z", ""},
		{"1674232499000001", "", "", "2023-01-20T16:34:59.000001Z", ""},
		{"1674232499000000001", "", "", "2023-01-20T16:34:59.000000001Z", ""},
		{"03/04/2020", "", "", "", ""},
		{"99999999999999999999", "", "", "", ""},
	} {
		for reading, want := range []string{date.Days: test.days, date.Texts: test.texts, date.Dates: test.dates, date.Years: test.years} {
			if got := written(date.Reading(reading).Text(test.text)); got != want {
				t.Errorf("reading %d: %q is %q, want %q", reading, test.text, got, want)
			}
		}
	}
	if got := written(date.Dates.Number("1674232499.5")); got != "2023-01-20T16:34:59Z" {
		t.Errorf("a float is %q", got)
	}
	for _, number := range []string{"1977.0", "inf", "nan", "1.6e9", "-1674232499", "0", "999"} {
		if got := written(date.Dates.Number(number)); got != "" {
			t.Errorf("%s is %q", number, got)
		}
	}
}

func TestADateWithTheYearLastHasOneReadingOrTwo(t *testing.T) {
	for text, want := range map[string]string{
		"03/04/2020": "[2020-04-03 2020-03-04]", "31/12/2020": "[2020-12-31]", "12-31-2020": "[2020-12-31]", "5.5.2020": "[2020-05-05]",
		"30/02/2020": "[]", "2020/03/04": "[]", "1.2.3": "[]", "a/b/2020": "[]", "": "[]",
	} {
		if got := fmt.Sprint(date.YearLast(text)); got != want {
			t.Errorf("%q may be %s, want %s", text, got, want)
		}
		if _, ok := date.Dates.Text(text); ok && want != "[]" {
			t.Errorf("%q is a date", text)
		}
	}
}

func TestNamesOfFieldsThatAreCalledAfterDates(t *testing.T) {
	for name, want := range map[string]date.Name{
		"date": date.Calendar, "creation_date": date.Calendar, "founded": date.Calendar, "year": date.Annual, "releaseYear": date.Annual, "Année": date.Annual,
		"fondation": date.Calendar, "pubDate": date.Calendar, "pubdate": date.Calendar, "Gründungsjahr": date.Annual, "not_before": date.Moment, "when": date.Moment, "naissance": date.Calendar, "fecha_de_nacimiento": date.Calendar, "gegründet": date.Calendar, "created_at": date.Calendar, "createdAt": date.Calendar, "дата": date.Calendar,
		"mtime": date.Moment, "timestamp": date.Moment, "seen_at": date.Moment, "granted-on": date.Moment,
		"": date.Other, "name": date.Other, "at": date.Other, "created_by": date.Other, "date_format": date.Other, "port": date.Other, "start": date.Other, "updates": date.Other,
	} {
		if got := date.NameOf(name); got != want {
			t.Errorf("%q is %d, want %d", name, got, want)
		}
	}
}

func TestNumbersAreDatesIfNineInTenAreAndTextsEachByItself(t *testing.T) {
	for _, test := range []struct {
		name, values string
		want         date.Reading
	}{
		{"founded", "1977 1990 2001", date.Years},
		{"founded", "-753 793 1066", date.Years},
		{"founded", "1977", date.Years},
		{"year", "1 2 3", date.Texts},
		{"year", "0", date.Texts},
		{"year", "12024", date.Years},
		{"founded", "12024", date.Texts},
		{"founded", "12024 1977", date.Years},
		{"year", "1977 unknown", date.Years},
		{"year", "1977 1978 1979 1980 1981 1982 1983 1984 1985 unknown", date.Years},
		{"added_date", "1674232499 1680384741", date.Dates},
		{"created", "2020/02/18 1674232499", date.Dates},
		{"created", "1977 1674232499", date.Dates},
		{"updated", "03/04/2020 31/12/2020", date.Texts},
		{"released", "1959-08-17 1961-10 early", date.Texts},
		{"released", "1959-08-17 1961 early", date.Years},
		{"year", "1977 1978 5 0x", date.Years},
		{"mtime", "1674232499 1674232499 5", date.Texts},
		{"mtime", "1674232499", date.Dates},
		{"mtime", "1977", date.Days},
		{"seen_at", "1977-01-01 1977", date.Texts},
		{"started_on", "4102444800", date.Dates},
		{"seen_at", "9102444800", date.Days},
		{"seen_at", "2024", date.Days},
		{"founded", "12024 476 1977 1978", date.Years},
		{"founded", "12024 476 1977", date.Texts},
		{"size", "1977 1978", date.Days},
		{"size", "1674232499", date.Days},
		{"date", "20240213 20240214", date.Dates},
		{"date", "", date.Texts},
	} {
		tally, other := date.Tally{Name: date.NameOf(test.name)}, date.Tally{Name: date.NameOf(test.name)}
		for i, value := range strings.Fields(test.values) {
			into := &tally
			if i%2 > 0 {
				into = &other
			}
			into.AddText(value)
		}
		tally.Merge(&other)
		if got := tally.Reading(); got != test.want {
			t.Errorf("%s of %s is read as %d, want %d", test.name, test.values, got, test.want)
		}
	}
}

// Every precision of every zone, back and forth.
func TestWhatIsWrittenIsReadBack(t *testing.T) {
	for _, year := range []int{-99_999, -10_000, -9999, -753, -1, 0, 1, 999, 1582, 1900, 2000, 2024, 9999, 10_000, 99_999} {
		for month := 1; month <= 12; month++ {
			days := time.Date(year, time.Month(month)+1, 0, 0, 0, 0, 0, time.UTC).Day()
			for _, day := range []int{1, 28, 29, 30, 31} {
				for _, d := range []date.Date{
					{Year: year},
					{Year: year, Month: month, Precision: date.Month},
					{Year: year, Month: month, Day: day, Precision: date.Day},
					{Year: year, Month: month, Day: day, Hour: 23, Minute: 59, Precision: date.Minute},
					{Year: year, Month: month, Day: day, Hour: 1, Minute: 2, Second: 3, Fraction: "045", Zone: "-11:30", Precision: date.Second},
				} {
					isReal := d.Precision < date.Day || day <= days
					got, ok := date.Texts.Text(d.String())
					if ok != isReal || ok && got != d {
						t.Fatalf("%s is read as %+v, %v", d, got, ok)
					}
				}
			}
		}
	}
}

func TestLaterDatesHaveLaterSpans(t *testing.T) {
	last := date.Span{From: -1 << 62, To: -1 << 62}
	for day := time.Date(-99_999, 1, 1, 0, 0, 0, 0, time.UTC); day.Year() < 100_000; day = day.AddDate(3, 1, 17) {
		d := date.Date{Year: day.Year(), Month: int(day.Month()), Day: day.Day(), Precision: date.Day}
		span := d.Span()
		if span.From != day.Unix() || span.From <= last.To || span.To-span.From != 24*60*60-1 || span.IsClock() || span.Year() != day.Year() {
			t.Fatalf("%s spans %+v after %+v", d, span, last)
		}
		for _, wider := range []date.Date{{Year: d.Year}, {Year: d.Year, Month: d.Month, Precision: date.Month}} {
			if w := wider.Span(); w.From > span.From || w.To < span.To {
				t.Fatalf("%s does not hold %s", wider, d)
			}
		}
		last = span
	}
	minute := date.Date{Year: 1970, Month: 1, Day: 1, Hour: 1, Minute: 1, Precision: date.Minute}
	if s := minute.Span(); s.From != 3660 || s.To != 3719 {
		t.Errorf("a minute spans %+v", s)
	}
	minute.Precision = date.Second
	if s := minute.Span(); s.From != 3660 || s.To != 3660 {
		t.Errorf("a second spans %+v", s)
	}
	if s, ok := date.SpanOf("00:00"); !ok || !s.IsClock() || s.To >= (date.Date{Year: -date.MaxYear}).Span().From {
		t.Errorf("a time of day is %+v, %v", s, ok)
	}
}

// Package time reads some of the notations, each by its layout.
func TestDatesAreThoseOfPackageTime(t *testing.T) {
	layouts := map[string]date.Precision{
		time.RFC3339: date.Second, time.RFC3339Nano: date.Second, time.RFC1123Z: date.Second, time.ANSIC: date.Second, time.DateTime: date.Second,
		time.DateOnly: date.Day, "2006/01/02": date.Day, "2 Jan 2006": date.Day, "January 2, 2006": date.Day, "Monday 2 January 2006": date.Day,
		"2006-01": date.Month, "Jan 2006": date.Month, "2006": date.Year, "02/Jan/2006:15:04:05 -0700": date.Second, "2006-01-02T15:04Z07:00": date.Minute,
	}
	zone := time.FixedZone("", -(3*60+30)*60)
	for at := time.Date(1000, 1, 1, 0, 0, 0, 0, zone); at.Year() < 10_000; at = at.Add(1234567*time.Minute + 7*time.Second) {
		for layout, precision := range layouts {
			text := at.Format(layout)
			want, err := time.Parse(layout, text)
			if err != nil {
				t.Fatal(err)
			}
			got, ok := date.Parse(text)
			if !ok || got.Precision != precision || got.Span().From != time.Date(want.Year(), want.Month(), want.Day(), want.Hour(), want.Minute(), want.Second(), 0, time.UTC).Unix() {
				t.Fatalf("%q is %+v, %v; want %s", text, got, ok, want)
			}
			if strings.Contains(layout, "07") && got.Zone != "-03:30" {
				t.Fatalf("%q has the zone %q", text, got.Zone)
			}
		}
	}
}

func FuzzParse(f *testing.F) {
	for _, seed := range []string{"2024-02-13T10:30:05.25+02:00", "-0044", "Tue, 18 Feb 2020 10:30:00 +0100", "18/Feb/2020:10:30:00 +0000", "2020年2月18日", "15 March 44 BC", "1674232499250", "03/04/2020", "10:30:00"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		for reading := date.Days; reading <= date.Years; reading++ {
			d, ok := reading.Text(text)
			if !ok {
				continue
			}
			if d.Year < -date.MaxYear || d.Year > date.MaxYear {
				t.Fatalf("%q is of the year %d", text, d.Year)
			}
			again, ok := date.Texts.Text(d.String())
			if !ok || again != d {
				t.Fatalf("%q is %s, which is %+v, %v", text, d, again, ok)
			}
			if s := d.Span(); s.From > s.To || s.IsClock() {
				t.Fatalf("%q spans %+v", text, s)
			}
		}
		if d, ok := date.Parse(text); ok {
			if wide, ok := date.Texts.Text(text); !ok || wide != d {
				t.Fatalf("%q is %s, and in a field of dates %s, %v", text, d, wide, ok)
			}
		}
		for _, layout := range []string{time.DateOnly, "2006-01", time.RFC3339} {
			const hour = len("2006-01-02T") // of one digit, which package time takes
			if at, err := time.Parse(layout, text); err == nil && (len(text) < hour+2 || text[hour+1] != ':') {
				if d, ok := date.Parse(text); !ok || d.Year != at.Year() || d.Month != int(at.Month()) {
					t.Fatalf("%q is %s, %v; want %s", text, fmt.Sprint(d), ok, at)
				}
			}
		}
		date.NameOf(text)
	})
}
