package serve

import (
	"bytes"
	"os"
	"strings"
	"testing"
	"time"

	"golang.org/x/crypto/ssh"
)

// authorizes writes the keys file of the house, in one step as editors do.
func (h *house) authorizes(path string, keys ...ssh.Signer) {
	h.t.Helper()
	var text bytes.Buffer
	for _, key := range keys {
		text.Write(ssh.MarshalAuthorizedKey(key.PublicKey()))
	}
	if err := os.WriteFile(path+".new", text.Bytes(), 0o600); err != nil {
		h.t.Fatal(err)
	}
	if err := os.Rename(path+".new", path); err != nil {
		h.t.Fatal(err)
	}
}

// TestWhoseKeyIsRemovedLeaves removes the key of one of two people who explore.
func TestWhoseKeyIsRemovedLeaves(t *testing.T) {
	var path string
	h := opens(t, false, func(o *Options) { path, o.Limits.Handshake = o.Keys.Path, time.Minute })
	other := newSigner(t)
	h.authorizes(path, h.key, other)
	stays := h.sits("xterm", 80, 24).waits("Austin")
	client, err := h.dial(ssh.PublicKeys(other))
	if err != nil {
		t.Fatal(err)
	}
	unused, err := h.dial(ssh.PublicKeys(other)) // a connection without a session
	if err != nil {
		t.Fatal(err)
	}
	goes, err := h.tries(client, "xterm", 80, 24, "LANG=fr_FR.UTF-8")
	if err != nil {
		t.Fatal(err)
	}
	goes.waits("Austin")

	h.authorizes(path, h.key)
	if status, isBack := goes.leaves(); status != 0 || !isBack || !strings.Contains(goes.sees(), "votre clé n’est plus autorisée") {
		t.Errorf("it ends with %d; the terminal is given back: %v\n%s", status, isBack, goes.sees())
	}
	closed := make(chan error, 1)
	go func() { closed <- unused.Wait() }()
	select {
	case <-closed:
	case <-time.After(20 * time.Second):
		t.Error("the connection without a session stays")
	}
	if _, err := h.dial(ssh.PublicKeys(other)); err == nil {
		t.Error("the removed key is admitted")
	}
	if log := h.log.String(); strings.Count(log, ssh.FingerprintSHA256(other.PublicKey())+" key no longer authorized") != 2 || strings.Contains(log, ssh.FingerprintSHA256(h.key.PublicKey())+" key no longer") {
		t.Errorf("the log is %q", log)
	}
	stays.types("j").waits("2/2")

	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
	if status, isBack := stays.leaves(); status != 0 || !isBack || !strings.Contains(stays.sees(), "no longer authorized") {
		t.Errorf("without the file, it ends with %d; the terminal is given back: %v\n%s", status, isBack, stays.sees())
	}
}

// TestOtherChangesOfTheKeysLeaveSessions adds a key, a comment and lines that authorize none.
func TestOtherChangesOfTheKeysLeaveSessions(t *testing.T) {
	var path string
	h := opens(t, false, func(o *Options) { path, o.Limits.Doubt = o.Keys.Path, 5*time.Second })
	stays := h.sits("xterm", 80, 24).waits("Austin")
	goes := newSigner(t)
	h.authorizes(path, goes, h.key)
	client, err := h.dial(ssh.PublicKeys(goes))
	if err != nil {
		t.Fatal(err)
	}
	leaves, err := h.tries(client, "xterm", 80, 24)
	if err != nil {
		t.Fatal(err)
	}
	leaves.waits("Austin")
	if err := os.WriteFile(path, nil, 0o600); err != nil { // as while it is being written
		t.Fatal(err)
	}
	time.Sleep(300 * time.Millisecond)
	own := bytes.TrimSpace(ssh.MarshalAuthorizedKey(h.key.PublicKey()))
	if err := os.WriteFile(path, append(append([]byte("# the team\nnot a key\nrestrict "), own...), " me@here\n"...), 0o600); err != nil {
		t.Fatal(err)
	}
	leaves.leaves() // so the change has been read
	stays.types("j").waits("2/2")
}
