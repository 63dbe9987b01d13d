package serve

import (
	"context"
	"errors"
	"slices"
	"sync"

	"rihla/model/watch"
	"rihla/ui/words"
)

// errRevoked is why a session ends whose key is no longer accepted.
var errRevoked = errors.New("the key has been removed")

// admitted are the connections that a key has authenticated.
type admitted struct {
	mu   sync.Mutex
	open map[*guest]context.CancelCauseFunc
}

// admit returns the context of a connection, which ends with errRevoked when the key of the
// guest is revoked. leave releases it.
func (s *server) admit(ctx context.Context, g *guest) (admitted context.Context, leave func()) {
	admitted, end := context.WithCancelCause(ctx)
	if s.Keys == nil {
		return admitted, func() { end(nil) }
	}
	s.admitted.mu.Lock()
	s.admitted.open[g] = end
	s.admitted.mu.Unlock()
	s.revoke() // the file may have changed since it admitted the key
	return admitted, func() {
		s.admitted.mu.Lock()
		delete(s.admitted.open, g)
		s.admitted.mu.Unlock()
		end(nil)
	}
}

// revoke ends the connections whose key the keys file does not accept, and all of them if the
// file cannot be read: exactly those that would be refused now.
func (s *server) revoke() {
	list, err := s.Keys.fingerprints()
	s.admitted.mu.Lock()
	defer s.admitted.mu.Unlock()
	for g, end := range s.admitted.open {
		if err != nil || !slices.Contains(list, g.key) {
			g.log(words.ServeUnkeyed)
			end(errRevoked)
			delete(s.admitted.open, g)
		}
	}
}

// followKeys revokes keys whenever the keys file changes, until ctx ends.
func (s *server) followKeys(ctx context.Context) {
	if s.Keys == nil {
		return
	}
	w := watch.New(ctx, s.Keys.Path, watch.Options{})
	if w == nil {
		return
	}
	w.Begin()
	go func() {
		for w.Next(ctx) != nil {
			s.revoke()
		}
	}()
}
