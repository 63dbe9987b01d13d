package kb

// Revised is a knowledge base of which a part was read again.
type Revised struct {
	KB *KB
	// Was are the entities of the knowledge base before that were read again or are
	// gone, Is what they are now and those that are new.
	Was, Is []*Entity
	Files   int // that changed
}
