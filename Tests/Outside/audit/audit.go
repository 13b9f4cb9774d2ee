// Audit checks what “motions ledger” writes, with the Go project's own transparency log packages, and shares no code
// with it:
//
//	audit ledger LEDGER CHECKPOINT VKEY…         the lines are those that were signed
//	audit tiles FOLDER LEDGER VKEY…              the published folder, tile by tile, through tlog.TileHashReader
//	audit receipt LINE RECEIPT VKEY…             the line is in the signed tree
//	audit consistency BODY OLD-CHECKPOINT VKEY…  the signed tree goes on from the older one
//	audit note NOTE TEXT VKEY…                   all of the keys have signed this very text
//
// A key of kind 0x04 checks cosignatures; all keys that are given have to have signed. It exits with 1 and a reason
// where anything does not hold.
package main

import (
	"bytes"
	"crypto/ed25519"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

const tileHeight = 8

func main() {
	if len(os.Args) < 5 {
		fmt.Fprintln(os.Stderr, "usage: audit ledger|tiles|receipt|consistency|note FILE FILE VKEY…")
		os.Exit(64)
	}
	audits := map[string]func(first, second string, keys []note.Verifier) error{
		"ledger": auditLedger, "tiles": auditTiles, "receipt": auditReceipt, "consistency": auditConsistency,
		"note": auditNote,
	}
	keys, err := verifiers(os.Args[4:])
	if err == nil {
		err = audits[os.Args[1]](os.Args[2], os.Args[3], keys)
	}
	if err != nil {
		fmt.Println("refused:", err)
		os.Exit(1)
	}
}

// A head is what a checkpoint signs.
type head struct {
	origin string
	tlog.Tree
}

// open checks the signatures of a checkpoint: every key that is known has to be among them.
func open(msg []byte, keys []note.Verifier) (head, error) {
	opened, err := note.Open(msg, note.VerifierList(keys...))
	if err != nil {
		return head{}, err
	}
	if len(opened.Sigs) != len(keys) {
		return head{}, fmt.Errorf("%d of %d keys have signed", len(opened.Sigs), len(keys))
	}
	return parse(opened.Text)
}

// parse reads the text of a checkpoint: origin, number of entries, root.
func parse(text string) (head, error) {
	lines := strings.Split(text, "\n")
	if len(lines) < 4 {
		return head{}, errors.New("the checkpoint has too few lines")
	}
	size, err := strconv.ParseInt(lines[1], 10, 64)
	if err != nil || size < 0 || strconv.FormatInt(size, 10) != lines[1] {
		return head{}, errors.New("the checkpoint has no size")
	}
	root, err := tlog.ParseHash(lines[2])
	if err != nil {
		return head{}, err
	}
	return head{lines[0], tlog.Tree{N: size, Hash: root}}, nil
}

// A store holds the hashes of a tree in the order that tlog gives them.
type store []tlog.Hash

func (s store) ReadHashes(indexes []int64) ([]tlog.Hash, error) {
	hashes := make([]tlog.Hash, len(indexes))
	for i, index := range indexes {
		if index >= int64(len(s)) {
			return nil, errors.New("the tree has no such hash")
		}
		hashes[i] = s[index]
	}
	return hashes, nil
}

// readLines gives the lines of a ledger and the tree over them.
func readLines(path string) ([][]byte, store, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, nil, err
	}
	lines := bytes.Split(data, []byte("\n"))
	if len(lines[len(lines)-1]) != 0 {
		return nil, nil, errors.New("the last line is not whole")
	}
	lines = lines[:len(lines)-1]
	var hashes store
	for n, line := range lines {
		more, err := tlog.StoredHashes(int64(n), line, hashes)
		if err != nil {
			return nil, nil, err
		}
		hashes = append(hashes, more...)
	}
	return lines, hashes, nil
}

func auditLedger(ledger, checkpoint string, keys []note.Verifier) error {
	msg, err := os.ReadFile(checkpoint)
	if err != nil {
		return err
	}
	signed, err := open(msg, keys)
	if err != nil {
		return err
	}
	lines, hashes, err := readLines(ledger)
	if err != nil {
		return err
	}
	if int64(len(lines)) < signed.N {
		return fmt.Errorf("%d lines of %d that were signed", len(lines), signed.N)
	}
	root, err := tlog.TreeHash(signed.N, hashes)
	if err != nil {
		return err
	}
	if root != signed.Hash {
		return errors.New("the lines are not those that were signed")
	}
	fmt.Printf("%s: %d entries are those that were signed\n", signed.origin, signed.N)
	return nil
}

// A folder reads tiles as C2SP tlog-tiles has them: as Go's, without the height in their path.
type folder string

func (f folder) Height() int { return tileHeight }

func (f folder) SaveTiles(tiles []tlog.Tile, data [][]byte) {}

func (f folder) ReadTiles(tiles []tlog.Tile) ([][]byte, error) {
	var all [][]byte
	for _, tile := range tiles {
		data, err := os.ReadFile(f.path(tile))
		if err != nil {
			return nil, err
		}
		all = append(all, data)
	}
	return all, nil
}

func (f folder) path(tile tlog.Tile) string {
	path := strings.TrimPrefix(tile.Path(), fmt.Sprintf("tile/%d/", tileHeight))
	if tile.L < 0 {
		path = "entries" + strings.TrimPrefix(path, "data")
	}
	return filepath.Join(string(f), "tile", path)
}

func auditTiles(dir, ledger string, keys []note.Verifier) error {
	msg, err := os.ReadFile(filepath.Join(dir, "checkpoint"))
	if err != nil {
		return err
	}
	signed, err := open(msg, keys)
	if err != nil {
		return err
	}
	lines, own, err := readLines(ledger)
	if err != nil {
		return err
	}
	if int64(len(lines)) < signed.N {
		return errors.New("more is published than the ledger has")
	}
	published := folder(dir)
	reader := tlog.TileHashReader(signed.Tree, published)

	// Every leaf hash, by way of tiles that the reader proves against the signed root; and every entry.
	tiles := 0
	for start := int64(0); start < signed.N; start += 1 << tileHeight {
		end := start + 1<<tileHeight
		if end > signed.N {
			end = signed.N
		}
		var indexes []int64
		for n := start; n < end; n++ {
			indexes = append(indexes, tlog.StoredHashIndex(0, n))
		}
		leaves, err := reader.ReadHashes(indexes)
		if err != nil {
			return err
		}
		bundle, err := os.ReadFile(published.path(tlog.Tile{H: tileHeight, L: -1, N: start >> tileHeight, W: int(end - start)}))
		if err != nil {
			return err
		}
		for i := range leaves {
			if len(bundle) < 2 || len(bundle) < 2+int(binary.BigEndian.Uint16(bundle)) {
				return fmt.Errorf("entry %d is not in its bundle", start+int64(i))
			}
			entry := bundle[2 : 2+int(binary.BigEndian.Uint16(bundle))]
			bundle = bundle[2+len(entry):]
			if tlog.RecordHash(entry) != leaves[i] {
				return fmt.Errorf("entry %d is not the one in the tree", start+int64(i))
			}
			if !bytes.Equal(entry, lines[start+int64(i)]) {
				return fmt.Errorf("entry %d is not the one in the ledger", start+int64(i))
			}
		}
		if len(bundle) != 0 {
			return errors.New("something follows the last entry of a bundle")
		}
		tiles++
	}
	// Every tile that Go would make, byte for byte.
	for _, tile := range tlog.NewTiles(tileHeight, 0, signed.N) {
		// Go lists a tile in every width that it has grown through.
		if tile.W < 1<<tileHeight && tile.N<<tileHeight+int64(tile.W) != signed.N>>(tileHeight*tile.L) {
			continue
		}
		expected, err := tlog.ReadTileData(tile, own)
		if err != nil {
			return err
		}
		data, err := os.ReadFile(published.path(tile))
		if err != nil {
			return err
		}
		if !bytes.Equal(data, expected) {
			return fmt.Errorf("%s is not the tile that Go makes", published.path(tile))
		}
		tiles++
	}
	// Proofs made from the tiles alone.
	proofs := 0
	step := signed.N/97 + 1
	for n := int64(0); n < signed.N; n += step {
		proof, err := tlog.ProveRecord(signed.N, n, reader)
		if err != nil {
			return err
		}
		if err := tlog.CheckRecord(proof, signed.N, signed.Hash, n, tlog.RecordHash(lines[n])); err != nil {
			return err
		}
		older, err := tlog.TreeHash(n+1, own)
		if err != nil {
			return err
		}
		growth, err := tlog.ProveTree(signed.N, n+1, reader)
		if err != nil {
			return err
		}
		if err := tlog.CheckTree(growth, signed.N, signed.Hash, n+1, older); err != nil {
			return err
		}
		proofs += 2
	}
	fmt.Printf("%s: %d entries in %d tiles, %d proofs from them\n", signed.origin, signed.N, tiles, proofs)
	return nil
}

func auditReceipt(line, receipt string, keys []note.Verifier) error {
	entry, err := os.ReadFile(line)
	if err != nil {
		return err
	}
	data, err := os.ReadFile(receipt)
	if err != nil {
		return err
	}
	top, checkpoint, found := strings.Cut(string(data), "\n\n")
	if !found {
		return errors.New("the receipt has no checkpoint")
	}
	lines := strings.Split(top, "\n")
	if len(lines) < 2 || lines[0] != "c2sp.org/tlog-proof@v1" || !strings.HasPrefix(lines[1], "index ") {
		return errors.New("this is no receipt")
	}
	index, err := strconv.ParseInt(strings.TrimPrefix(lines[1], "index "), 10, 64)
	if err != nil {
		return err
	}
	proof, err := parseHashes(lines[2:])
	if err != nil {
		return err
	}
	signed, err := open([]byte(checkpoint), keys)
	if err != nil {
		return err
	}
	if index < 0 || index >= signed.N {
		return errors.New("the tree has no such entry")
	}
	hash := tlog.RecordHash(bytes.TrimSuffix(entry, []byte("\n")))
	if err := tlog.CheckRecord(proof, signed.N, signed.Hash, index, hash); err != nil {
		return err
	}
	fmt.Printf("%s: entry %d of %d\n", signed.origin, index, signed.N)
	return nil
}

func auditConsistency(body, old string, keys []note.Verifier) error {
	data, err := os.ReadFile(body)
	if err != nil {
		return err
	}
	before, err := os.ReadFile(old)
	if err != nil {
		return err
	}
	older, err := open(before, keys)
	if err != nil {
		return err
	}
	top, checkpoint, found := strings.Cut(string(data), "\n\n")
	if !found {
		return errors.New("there is no checkpoint")
	}
	lines := strings.Split(top, "\n")
	if lines[0] != fmt.Sprintf("old %d", older.N) {
		return errors.New("this is about another checkpoint")
	}
	proof, err := parseHashes(lines[1:])
	if err != nil {
		return err
	}
	signed, err := open([]byte(checkpoint), keys)
	if err != nil {
		return err
	}
	if older.origin != signed.origin || older.N > signed.N {
		return errors.New("the one does not go on from the other")
	}
	if err := tlog.CheckTree(proof, signed.N, signed.Hash, older.N, older.Hash); err != nil {
		return err
	}
	fmt.Printf("%s: %d entries go on from %d\n", signed.origin, signed.N, older.N)
	return nil
}

func auditNote(signed, text string, keys []note.Verifier) error {
	msg, err := os.ReadFile(signed)
	if err != nil {
		return err
	}
	expected, err := os.ReadFile(text)
	if err != nil {
		return err
	}
	opened, err := note.Open(msg, note.VerifierList(keys...))
	if err != nil {
		return err
	}
	if len(opened.Sigs) != len(keys) || opened.Text != string(expected) {
		return errors.New("not all have signed this text")
	}
	fmt.Printf("%d keys have signed it\n", len(keys))
	return nil
}

func parseHashes(lines []string) ([]tlog.Hash, error) {
	var hashes []tlog.Hash
	for _, line := range lines {
		hash, err := tlog.ParseHash(line)
		if err != nil {
			return nil, err
		}
		hashes = append(hashes, hash)
	}
	return hashes, nil
}

// verifiers reads keys, each the text itself.
func verifiers(texts []string) ([]note.Verifier, error) {
	var keys []note.Verifier
	for _, text := range texts {
		key, err := note.NewVerifier(text)
		if err != nil {
			key, err = newWitness(text)
		}
		if err != nil {
			return nil, err
		}
		keys = append(keys, key)
	}
	return keys, nil
}

// A witness checks lines of C2SP cosignature/v1, which Go's package does not know.
type witness struct {
	name string
	hash uint32
	key  ed25519.PublicKey
}

func newWitness(text string) (note.Verifier, error) {
	parts := strings.SplitN(text, "+", 3)
	if len(parts) != 3 {
		return nil, errors.New("this is no key")
	}
	key, err := base64.StdEncoding.DecodeString(parts[2])
	if err != nil || len(key) != 33 || key[0] != 4 {
		return nil, errors.New("this is no key of a kind that is known")
	}
	sum := sha256.Sum256(append([]byte(parts[0]+"\n"), key...))
	hash := binary.BigEndian.Uint32(sum[:])
	if fmt.Sprintf("%08x", hash) != parts[1] {
		return nil, errors.New("the key has another hash")
	}
	return &witness{parts[0], hash, key[1:]}, nil
}

func (w *witness) Name() string    { return w.name }
func (w *witness) KeyHash() uint32 { return w.hash }

func (w *witness) Verify(msg, sig []byte) bool {
	if len(sig) != 8+ed25519.SignatureSize {
		return false
	}
	seen := fmt.Sprintf("cosignature/v1\ntime %d\n", binary.BigEndian.Uint64(sig))
	return ed25519.Verify(w.key, append([]byte(seen), msg...), sig[8:])
}
