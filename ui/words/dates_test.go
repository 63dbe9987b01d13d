package words

import "testing"

func TestDatesAreWrittenOut(t *testing.T) {
	for date, want := range map[string][2]string{
		"2024": {"2024", "2024"}, "2024-02": {"February 2024", "février 2024"},
		"2024-02-11": {"11 February 2024", "11 février 2024"}, "2024-08-01": {"1 August 2024", "1er août 2024"},
		"2024-02-11T09:30:00Z":        {"11 February 2024, 09:30 (UTC)", "11 février 2024, 09:30 (UTC)"},
		"2024-02-11 09:30:00+01:00":   {"11 February 2024, 09:30 (+01:00)", "11 février 2024, 09:30 (+01:00)"},
		"2024-02-11T09:30:00.5":       {"11 February 2024, 09:30", "11 février 2024, 09:30"},
		"2024/02/11":                  {"11 February 2024", "11 février 2024"},
		"11 févr. 2024":               {"11 February 2024", "11 février 2024"},
		"-0043-03-15":                 {"15 March -0043", "15 mars -0043"},
		"1707647400":                  {"11 February 2024, 10:30 (UTC)", "11 février 2024, 10:30 (UTC)"},
		"03/04/2020":                  {"03/04/2020", "03/04/2020"},
		"44 BC":                       {"44 BC", "44 BC"},
		"09:30:00":                    {"09:30:00", "09:30:00"},
		"2024-13":                     {"2024-13", "2024-13"},
		"2024-02-30":                  {"2024-02-30", "2024-02-30"},
		"2024-02-11 in the afternoon": {"2024-02-11 in the afternoon", "2024-02-11 in the afternoon"},
		"about 2020":                  {"about 2020", "about 2020"},
		"":                            {"", ""},
	} {
		for i, lang := range []string{"en", "fr"} {
			got, isDay := For(lang).WriteDate(date)
			if got != want[i] {
				t.Errorf("%s: %q is written %q, want %q", lang, date, got, want[i])
			}
			if isDay != (len(date) >= len("2024-02-11") && got != date) {
				t.Errorf("%s: %q is a day: %v", lang, date, isDay)
			}
		}
	}
}
