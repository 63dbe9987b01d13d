package serve

import (
	"context"
	"errors"
	"slices"
	"sync"
	"time"

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
	go s.revoke(ctx) // the file may have changed since it admitted the key
	return admitted, func() {
		s.admitted.mu.Lock()
		delete(s.admitted.open, g)
		s.admitted.mu.Unlock()
		end(nil)
	}
}

// revoke ends the connections whose key the keys file does not accept, and all of them if the
// file cannot be read: exactly those that would be refused. It looks twice, since a file that is
// being written is empty for a moment.
func (s *server) revoke(ctx context.Context) {
	if len(s.unkeyed()) == 0 {
		return
	}
	select {
	case <-ctx.Done():
		return
	case <-time.After(s.Limits.Doubt):
	}
	for g, end := range s.unkeyed() {
		s.admitted.mu.Lock()
		_, isOpen := s.admitted.open[g]
		delete(s.admitted.open, g)
		s.admitted.mu.Unlock()
		if isOpen {
			g.log(words.ServeUnkeyed)
			end(errRevoked)
		}
	}
}

// unkeyed returns the connections that would be refused now.
func (s *server) unkeyed() map[*guest]context.CancelCauseFunc {
	list, err := s.Keys.fingerprints()
	s.admitted.mu.Lock()
	defer s.admitted.mu.Unlock()
	out := make(map[*guest]context.CancelCauseFunc)
	for g, end := range s.admitted.open {
		if err != nil || !slices.Contains(list, g.key) {
			out[g] = end
		}
	}
	return out
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
			s.revoke(ctx)
		}
	}()
}
