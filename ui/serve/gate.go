package serve

import (
	"net"
	"net/netip"
	"sync"
	"time"
)

const (
	// mostUnknown bounds the connections that have not authenticated yet.
	mostUnknown = 64
	// mostAddresses bounds the addresses that have a token bucket.
	mostAddresses = 1 << 14
	// networkBits is the prefix length of the IPv6 network that a provider assigns to a customer.
	networkBits = 64
)

// gate limits connections and sessions.
type gate struct {
	limits Limits

	mu       sync.Mutex
	unknown  int
	sessions int
	each     map[string]int // sessions by key or address
	recent   map[string]bucket
}

// bucket is the token bucket that limits the connection rate of an address.
type bucket struct {
	left float64 // tokens: connections still allowed at that time
	at   time.Time
}

func newGate(l Limits) *gate {
	return &gate{limits: l, each: make(map[string]int), recent: make(map[string]bucket)}
}

// connect reports whether a connection from an address may begin. If it does, the caller calls
// known once the client has authenticated or the connection has failed.
func (g *gate) connect(address string, now time.Time) bool {
	g.mu.Lock()
	defer g.mu.Unlock()
	if g.unknown >= mostUnknown || !g.take(address, now) {
		return false
	}
	g.unknown++
	return true
}

// known releases the slot that connect took.
func (g *gate) known() {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.unknown--
}

// take takes a token from the bucket of an address and reports whether there was one.
func (g *gate) take(address string, now time.Time) bool {
	most := float64(g.limits.Rate)
	filled := func(b bucket) float64 { return min(most, b.left+most*now.Sub(b.at).Minutes()) }
	b, has := g.recent[address]
	if !has {
		if len(g.recent) >= mostAddresses {
			for other, b := range g.recent {
				if filled(b) >= most {
					delete(g.recent, other)
				}
			}
			if len(g.recent) >= mostAddresses {
				return false
			}
		}
		b = bucket{most, now}
	}
	b = bucket{filled(b), now}
	if b.left < 1 {
		return false
	}
	b.left--
	g.recent[address] = b
	return true
}

// enter reports whether a session may begin. If it does, the caller calls leave when the
// session has ended.
func (g *gate) enter(who string) bool {
	g.mu.Lock()
	defer g.mu.Unlock()
	if g.sessions >= g.limits.Sessions || g.each[who] >= g.limits.Each {
		return false
	}
	g.sessions++
	g.each[who]++
	return true
}

// leave releases the slot that enter took.
func (g *gate) leave(who string) {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.sessions--
	if g.each[who]--; g.each[who] == 0 {
		delete(g.each, who)
	}
}

// addressOf returns the key by which connections are counted: an IPv4 address, or the network
// of an IPv6 address.
func addressOf(a net.Addr) string {
	at, err := netip.ParseAddrPort(a.String())
	if err != nil {
		return a.String()
	}
	ip := at.Addr().Unmap().WithZone("")
	if ip.Is6() {
		if network, err := ip.Prefix(networkBits); err == nil {
			return network.String()
		}
	}
	return ip.String()
}
