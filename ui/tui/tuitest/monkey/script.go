package monkey

import (
	"bufio"
	"fmt"
	"io"
	"strings"
)

// Script is a session: what is opened, how, and what happens then.
type Script struct {
	Base          string // the name of what is opened
	Language      string
	Width, Height int
	Late          int    // how many milliseconds answers come late, at most
	Seed          uint64 // of how late each is
	Events        []Event
}

// header is the first line of the text of a script, before its events.
const header = "open %s in %s at %dx%d late %d seed %d\n"

// WriteTo writes the script as text: a line for what is opened, then one for each event.
func (s *Script) WriteTo(to io.Writer) (int64, error) {
	var b strings.Builder
	fmt.Fprintf(&b, header, s.Base, s.Language, s.Width, s.Height, s.Late, s.Seed)
	for _, e := range s.Events {
		b.WriteString(e.String())
		b.WriteByte('\n')
	}
	n, err := io.WriteString(to, b.String())
	return int64(n), err
}

func (s *Script) String() string {
	var b strings.Builder
	_, _ = s.WriteTo(&b)
	return b.String()
}

// Read reads the text of a script. Lines that begin with # say what it is about.
func Read(from io.Reader) (*Script, error) {
	s := &Script{}
	lines := bufio.NewScanner(from)
	lines.Buffer(nil, 1<<24)
	for lines.Scan() {
		line := lines.Text()
		switch {
		case line == "" || strings.HasPrefix(line, "#"):
		case s.Base == "":
			if _, err := fmt.Sscanf(line+"\n", header, &s.Base, &s.Language, &s.Width, &s.Height, &s.Late, &s.Seed); err != nil {
				return nil, fmt.Errorf("%s: %w", line, err)
			}
		default:
			e, err := parseEvent(line)
			if err != nil {
				return nil, err
			}
			s.Events = append(s.Events, e)
		}
	}
	return s, lines.Err()
}

// Count returns how many of the script's first events are no pauses.
func (s *Script) Count(first int) int {
	n := 0
	for _, e := range s.Events[:first] {
		if !e.IsPause() {
			n++
		}
	}
	return n
}
