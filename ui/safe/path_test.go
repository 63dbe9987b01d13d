package safe

import "testing"

func TestAPathKeepsTheNameOfItsFile(t *testing.T) {
	for _, tt := range []struct {
		path string
		n    int
		want string
	}{
		{"/home/ann/notes/kb.toml", 23, "/home/ann/notes/kb.toml"},
		{"/home/ann/notes/kb.toml", 22, "…/ann/notes/kb.toml"},
		{"/home/ann/notes/kb.toml:12:3", 15, "…/kb.toml:12:3"},
		{`C:\notes\kb.toml`, 10, `…\kb.toml`},
		{"notes/a-very-long-name.toml", 12, "…g-name.toml"},
		{"notes/東京.toml", 9, "… 京.toml"},
		{"notes/東京.toml", 1, "…"},
		{"notes/", 3, "…/"},
		{"x", 0, ""},
		{"", 3, ""},
	} {
		got := CutPath(tt.path, tt.n)
		if got != tt.want || Width(got) > tt.n {
			t.Errorf("%q in %d cells: %q, want %q", tt.path, tt.n, got, tt.want)
		}
	}
}

func TestPathsThatAreAlikeAreToldApart(t *testing.T) {
	paths := []string{"rules/win/certutil.toml", "rules/mac/certutil.toml", "rules/win/bitsadmin_of_a_long_name_1.toml", "rules/win/bitsadmin_of_a_long_name_2.toml"}
	for _, tt := range []struct {
		path string
		n    int
		want string
	}{
		{paths[0], 23, "rules/win/certutil.toml"},
		{paths[0], 20, "…/win/certutil.toml"},
		{paths[0], 17, "rules/win/certut…"},
		{paths[1], 17, "rules/mac/certut…"},
		{paths[2], 20, "…_a_long_name_1.toml"},
		{paths[3], 20, "…_a_long_name_2.toml"},
	} {
		if got := CutPathApart(tt.path, tt.n, paths); got != tt.want || Width(got) > tt.n {
			t.Errorf("%q in %d cells: %q, want %q", tt.path, tt.n, got, tt.want)
		}
	}
}
