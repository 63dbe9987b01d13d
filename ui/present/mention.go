package present

// MentionSign marks two entities that are mentioned together, without a relation
// between them.
const MentionSign = "∘"
