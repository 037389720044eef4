// Checks a tree and proofs that Lindung wrote with implementations that are not its own: fsck of Tessera, and the notes and
// trees of Go's checksum database. It prints what it has checked, or what is wrong.
//
//	go run . FOLDER LOG_VKEY WITNESS_VKEY
package main

import (
	"bytes"
	"context"
	"encoding/base64"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"filippo.io/torchwood"
	cosigned "github.com/transparency-dev/formats/note"
	"github.com/transparency-dev/merkle/rfc6962"
	"github.com/transparency-dev/tessera/api"
	"github.com/transparency-dev/tessera/client"
	"github.com/transparency-dev/tessera/fsck"
	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

func main() {
	folder, logKey, witnessKey := os.Args[1], os.Args[2], os.Args[3]
	log := must(note.NewVerifier(logKey))
	witness := must(cosigned.NewVerifierForCosignatureV1(witnessKey))
	signed := must(os.ReadFile(filepath.Join(folder, "checkpoint")))
	head := open(signed, log, witness)

	check(fsck.New(log.Name(), log, client.FileFetcher{Root: folder}, leafHashes, fsck.Opts{N: 2}).Check(context.Background()))

	hashes := tlog.TileHashReader(head.Tree, tiles(folder))
	proofs := must(filepath.Glob(filepath.Join(folder, "*.tlog-proof")))
	for _, file := range proofs {
		index, proof, checkpoint := readProof(must(os.ReadFile(file)))
		tree := open(checkpoint, log, witness)
		leaf := must(hashes.ReadHashes([]int64{tlog.StoredHashIndex(0, index)}))[0]
		check(tlog.CheckRecord(proof, tree.N, tree.Hash, index, leaf))
		if made := must(tlog.ProveRecord(tree.N, index, hashes)); fmt.Sprint(made) != fmt.Sprint(tlog.RecordProof(proof)) {
			check(fmt.Errorf("%s: another proof than Go makes", file))
		}
	}

	growths := must(filepath.Glob(filepath.Join(folder, "*.add-checkpoint")))
	for _, file := range growths {
		asked, checkpoint, _ := bytes.Cut(must(os.ReadFile(file)), []byte("\n\n"))
		lines := strings.Split(string(asked), "\n")
		var old int64
		must(fmt.Sscanf(lines[0], "old %d", &old))
		tree := open(checkpoint, log, witness)
		check(tlog.CheckTree(readHashes(lines[1:]), tree.N, tree.Hash, old, must(tlog.TreeHash(old, hashes))))
	}
	fmt.Printf("%d leaves, %d proofs, %d growths\n", head.N, len(proofs), len(growths))
}

// open verifies the signatures of the log and the witness.
func open(signed []byte, keys ...note.Verifier) torchwood.Checkpoint {
	opened := must(note.Open(signed, note.VerifierList(keys...)))
	if len(opened.Sigs) != len(keys) {
		check(fmt.Errorf("%d of %d keys have signed", len(opened.Sigs), len(keys)))
	}
	return must(torchwood.ParseCheckpoint(opened.Text))
}

func readProof(file []byte) (int64, []tlog.Hash, []byte) {
	head, checkpoint, _ := bytes.Cut(file, []byte("\n\n"))
	lines := strings.Split(string(head), "\n")
	if lines[0] != "c2sp.org/tlog-proof@v1" {
		check(fmt.Errorf("no proof: %s", lines[0]))
	}
	if strings.HasPrefix(lines[1], "extra ") {
		lines = lines[1:]
	}
	var index int64
	must(fmt.Sscanf(lines[1], "index %d", &index))
	return index, readHashes(lines[2:]), checkpoint
}

func readHashes(lines []string) []tlog.Hash {
	var hashes []tlog.Hash
	for _, line := range lines {
		hashes = append(hashes, tlog.Hash(must(base64.StdEncoding.DecodeString(line))))
	}
	return hashes
}

func leafHashes(bundle []byte) ([][]byte, error) {
	var entries api.EntryBundle
	if err := entries.UnmarshalText(bundle); err != nil {
		return nil, err
	}
	var hashes [][]byte
	for _, entry := range entries.Entries {
		hashes = append(hashes, rfc6962.DefaultHasher.HashLeaf(entry))
	}
	return hashes, nil
}

// tiles reads the tiles of a folder.
type tiles string

func (folder tiles) Height() int { return torchwood.TileHeight }

func (folder tiles) SaveTiles([]tlog.Tile, [][]byte) {}

func (folder tiles) ReadTiles(asked []tlog.Tile) ([][]byte, error) {
	var found [][]byte
	for _, tile := range asked {
		found = append(found, must(os.ReadFile(filepath.Join(string(folder), torchwood.TilePath(tile)))))
	}
	return found, nil
}

func must[T any](value T, err error) T {
	check(err)
	return value
}

func check(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
