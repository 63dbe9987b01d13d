package scan

import (
	"bytes"
	"encoding/binary"
	"math/bits"
)

// nextStatement looks for the next line that matters for where sections begin, from the
// start of a statement on: one that begins with a bracket, or that has three equal
// quotation marks one after the other. It returns the offset of that line if a
// statement begins there for certain, as it does in a valid text. Otherwise it returns
// the offset of what makes that uncertain, or the end of the text: statements have to
// be read one by one up to there.
//
// In a valid text a line is part of a value only if that is a multi-line string, and
// then three quotation marks precede the line, or a list, and then another bracket or
// a comma does.
func nextStatement(text []byte, at int) (offset int, certain bool) {
	for i := at; ; i++ {
		i = nextMark(text, i)
		if i == len(text) {
			return i, false
		}
		line := i
		if text[i] == '[' {
			for line > at && isBlank(text[line-1]) {
				line--
			}
			if line > at && text[line-1] != '\n' {
				continue
			}
		} else {
			if !isThird(text, i-1) && !isThird(text, i) {
				continue
			}
			line = at + bytes.LastIndexByte(text[at:i], '\n') + 1
		}
		if isInList(text, at, line) {
			return i, false
		}
		return line, true
	}
}

// isThird reports whether a byte and the two around it are equal. At the edge of the
// text it only reports whether it may be so.
func isThird(text []byte, at int) bool {
	return (at == 0 || text[at-1] == text[at]) && (at+1 == len(text) || text[at+1] == text[at])
}

// isInList reports whether a line may be part of a list, going by what precedes it
// from the start of a statement on.
func isInList(text []byte, from, line int) bool {
	for end := line; ; {
		for end > from && (isBlank(text[end-1]) || text[end-1] == '\n') {
			end--
		}
		if end == from {
			return false
		}
		start := from + bytes.LastIndexByte(text[from:end], '\n') + 1
		before := text[skipBlank(text, start):end]
		if before[0] != '#' {
			last := before[len(before)-1]
			return last == ',' || last == '[' || bytes.IndexByte(before, '#') >= 0
		}
		end = start
	}
}

// nextMark returns the offset of the next opening bracket or quotation mark that has
// its equal before it, or the end of the text. Of two quotation marks that no third
// one follows it may miss the second, and it may take # and & for quotation marks.
func nextMark(text []byte, at int) int {
	for ; at+32 <= len(text); at += 32 {
		words := text[at : at+32]
		first, second := marks(binary.LittleEndian.Uint64(words)), marks(binary.LittleEndian.Uint64(words[8:]))
		third, fourth := marks(binary.LittleEndian.Uint64(words[16:])), marks(binary.LittleEndian.Uint64(words[24:]))
		if first|second|third|fourth == 0 {
			continue
		}
		for i, found := range [4]uint64{first, second, third, fourth} {
			if found != 0 {
				return at + 8*i + bits.TrailingZeros64(found)/8
			}
		}
	}
	for ; at < len(text); at++ {
		if b := text[at]; b == '[' || (b == '"' || b == '\'') && at > 0 && text[at-1] == b {
			break
		}
	}
	return at
}

// marks returns a word whose lowest set bit, if any, is the highest bit of the lowest
// byte that is an opening bracket or the second of two quotation marks of which the
// first is at an even place. With its bits 0 and 2 set either quotation mark is a '.
func marks(word uint64) uint64 {
	bracket, quote := word^0x5b5b5b5b5b5b5b5b, word|0x0505050505050505^0x2727272727272727
	// H. S. Warren, Hacker's Delight, 2nd ed., 6-1: find the first 0 byte.
	return (bracket-0x0101010101010101)&^bracket&0x8080808080808080 | (quote-0x0001000100010001)&^quote&0x8000800080008000
}
