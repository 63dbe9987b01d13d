package words

// Command holds the messages of the command line.
type Command struct {
	RootShort, RootLong string
}
