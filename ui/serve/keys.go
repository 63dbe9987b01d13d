package serve

import (
	"bytes"
	"crypto/ed25519"
	"crypto/rand"
	"crypto/rsa"
	"encoding/pem"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"

	"golang.org/x/crypto/ssh"

	"rihla/model/save/disk"
)

// Errors of key files.
var (
	// ErrWritable means that other users can write the file and so add keys to it.
	ErrWritable = errors.New("others can write it")
	// ErrReadable means that other users can read the host key and so impersonate the server.
	ErrReadable = errors.New("others can read it")
	// ErrNoKeys means that the file holds no acceptable key.
	ErrNoKeys = errors.New("no key")
)

// Keys is a file of public keys in the format of OpenSSH's authorized_keys. It is read again
// for each connection, and when it changes.
type Keys struct{ Path string }

// Refused reports the lines of a key file that authorize no key.
type Refused struct {
	Lines []int // numbered from 1: unsupported options, weak keys, invalid keys
}

const (
	keyExtension = "key" // permission extension with the fingerprint of the key
	mostKeyBytes = 1 << 20
	leastRSABits = 2048
)

// obeyed are the key options that are accepted because the server always enforces them.
var obeyed = []string{"restrict", "pty", "no-port-forwarding", "no-agent-forwarding", "no-X11-forwarding", "no-user-rc"}

// Check reads the file. The error is ErrNoKeys if it holds no acceptable key, ErrWritable, or
// an error of reading the file.
func (k *Keys) Check() (Refused, error) {
	list, refused, err := k.read()
	if err == nil && len(list) == 0 {
		err = ErrNoKeys
	}
	return refused, err
}

func (k *Keys) read() (list []ssh.PublicKey, refused Refused, err error) {
	f, err := os.Open(k.Path)
	if err != nil {
		return nil, refused, err
	}
	defer func() { _ = f.Close() }()
	info, err := f.Stat()
	switch {
	case err != nil:
		return nil, refused, err
	case info.IsDir():
		return nil, refused, &fs.PathError{Op: "read", Path: k.Path, Err: fs.ErrInvalid}
	case runtime.GOOS != "windows" && info.Mode().Perm()&0o022 != 0:
		return nil, refused, ErrWritable
	}
	text, err := io.ReadAll(io.LimitReader(f, mostKeyBytes))
	if err != nil {
		return nil, refused, err
	}
	n := 0
	for line := range bytes.Lines(text) {
		n++
		line = bytes.TrimSpace(line)
		if len(line) == 0 || line[0] == '#' {
			continue
		}
		key, _, options, _, err := ssh.ParseAuthorizedKey(line)
		if err != nil || isWeak(key) || slices.ContainsFunc(options, func(o string) bool { return !slices.Contains(obeyed, o) }) {
			refused.Lines = append(refused.Lines, n)
			continue
		}
		list = append(list, key)
	}
	return list, refused, nil
}

// isWeak reports whether a key is too short or is a certificate.
func isWeak(key ssh.PublicKey) bool {
	if _, is := key.(*ssh.Certificate); is {
		return true
	}
	if of, ok := key.(ssh.CryptoPublicKey); ok {
		if r, ok := of.CryptoPublicKey().(*rsa.PublicKey); ok {
			return r.N.BitLen() < leastRSABits
		}
	}
	return false
}

// fingerprints returns those of the acceptable keys.
func (k *Keys) fingerprints() ([]string, error) {
	list, _, err := k.read()
	out := make([]string, len(list))
	for i, key := range list {
		out[i] = ssh.FingerprintSHA256(key)
	}
	return out, err
}

// permit is the public key callback: it accepts the keys of the file.
func (k *Keys) permit(key ssh.PublicKey) (*ssh.Permissions, error) {
	list, err := k.fingerprints()
	if err != nil {
		return nil, err
	}
	wanted := ssh.FingerprintSHA256(key)
	if !slices.Contains(list, wanted) {
		return nil, ErrNoKeys
	}
	return &ssh.Permissions{Extensions: map[string]string{keyExtension: wanted}}, nil
}

// HostKey reads the host key of the server, and generates it if the file does not exist. The
// error is ErrReadable if other users can read the file.
func HostKey(path string) (ssh.Signer, error) {
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return nil, err
	}
	var text []byte
	if err := disk.UpdatePrivate(path, func(before []byte) ([]byte, error) {
		if text = before; before != nil {
			return nil, errIsThere
		}
		_, key, err := ed25519.GenerateKey(rand.Reader)
		if err != nil {
			return nil, err
		}
		block, err := ssh.MarshalPrivateKey(key, "rihla")
		if err != nil {
			return nil, err
		}
		text = pem.EncodeToMemory(block)
		return text, nil
	}); err != nil && !errors.Is(err, errIsThere) {
		return nil, err
	}
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return nil, err
	case runtime.GOOS != "windows" && info.Mode().Perm()&0o077 != 0:
		return nil, ErrReadable
	}
	signer, err := ssh.ParsePrivateKey(text)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return signer, nil
}

var errIsThere = errors.New("it is there")
