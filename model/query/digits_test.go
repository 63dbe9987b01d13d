package query

import "testing"

func TestNumbersAreTheSameHoweverTheirDigitsAreGrouped(t *testing.T) {
	for in, want := range map[string]string{
		"75,000": "75000", "75 000": "75000", "75\u00a0000": "75000", "75\u2009000": "75000", "75'000": "75000", "75’000": "75000",
		"٧٥٠٠٠": "75000", "٧٥٬٠٠٠": "75000", "1,234,567": "1234567", "1 234 567 emplois": "1234567 emplois", "$75,000.50": "$75000.50",
		"(75,000)": "(75000)", "75 000,5": "75000,5", "约75,000人": "约75000人", "de 75 000 à 80 000": "de 75000 a 80000", "75,000 and 1,000": "75000 and 1000",
		"٣٫٥": "3.5",
		// none
		"20,24": "20,24", "2024 500": "2024 500", "2024,500": "2024,500", "0,125": "0,125", "1,23": "1,23", "1,2345": "1,2345", "1,234,56": "1,234,56",
		"12 34 567": "12 34 567", "a12 500": "a12 500", "1.234": "1.234", "3.75,000": "3.75,000", "75, 000": "75, 000", "75  000": "75  000", "75\n000": "75\n000",
		"13 02 2024": "13 02 2024", "05 37 123": "05 37 123", "1,234 567": "1234 567", "12, 345": "12, 345", ",000": ",000", "000,000": "000,000",
	} {
		if got := Fold(in); got != want {
			t.Errorf("%q folds to %q, want %q", in, got, want)
		}
	}
}

func TestANumberIsHighlightedAsItIsWritten(t *testing.T) {
	h := Highlighter{texts: []literal{{text: "75000"}}}
	for text, want := range map[string]string{"about 75,000 jobs": "75,000", "75\u202f000": "75\u202f000", "1,000 of 75'000": "75'000", "20,24": ""} {
		got := ""
		for _, r := range h.Ranges(text) {
			got += text[r.From:r.To]
		}
		if got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

func TestAGroupedOperandIsANumber(t *testing.T) {
	for _, text := range []string{"75,000", "75 000", "75000", "٧٥٬٠٠٠"} {
		if o := NewOperand(text); !o.IsNumber || o.Number != 75000 {
			t.Errorf("%q: %+v", text, o)
		}
	}
	if o := NewOperand("20,24"); o.IsNumber {
		t.Errorf("%+v", o)
	}
}
