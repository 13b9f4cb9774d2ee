"""Verifies a ledger, written from Docs/ledger.md alone: no line of it knows the program that writes ledgers.

    python3 verify_ledger.py ledger FILE [CHECKPOINT VKEY…]
    python3 verify_ledger.py folder DIR VKEY…
    python3 verify_ledger.py receipt LINE RECEIPT VKEY…
    python3 verify_ledger.py consistency BODY OLD-CHECKPOINT VKEY…

Python's own library is enough but for signatures, which are checked with the package “cryptography”. Exits with 1 and the
first thing that does not fit.
"""
import base64
import hashlib
import json
import os
import re
import sys

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey


class Refused(Exception):
    pass


def need(holds, words):
    if not holds:
        raise Refused(words)


# An entry: strict JSON in its canonical form.

LARGEST = 2**53 - 1
SHORT = {8: r"\b", 9: r"\t", 10: r"\n", 12: r"\f", 13: r"\r", 0x22: r"\"", 0x5C: r"\\"}


def canonical(value, depth=0):
    if value is True:
        return "true"
    if value is False:
        return "false"
    if value is None:
        return "null"
    if isinstance(value, int):
        need(abs(value) <= LARGEST, "a number is too large")
        return str(value)
    if isinstance(value, str):
        need(len(value.encode()) <= 8192, "a string is too long")
        need("\0" not in value, "a string holds U+0000")
        return '"' + "".join(SHORT.get(ord(c)) or (c if c >= " " else "\\u%04x" % ord(c)) for c in value) + '"'
    need(depth < 16, "nested too deep")
    if isinstance(value, list):
        return "[" + ",".join(canonical(item, depth + 1) for item in value) + "]"
    need(isinstance(value, dict), "a value of no kind that is allowed")
    need(all(re.fullmatch("[a-z][a-z0-9_]*", name) for name in value), "a name is not allowed")
    return "{" + ",".join(f'"{name}":{canonical(value[name], depth + 1)}' for name in sorted(value)) + "}"


def no_fraction(text):
    raise Refused(f"{text} is not a whole number")


def entry_of(line):
    need(len(line) <= 65535, "a line is too long")
    try:
        entry = json.loads(line.decode("utf-8"), parse_float=no_fraction, parse_constant=no_fraction)
        need(canonical(entry).encode() == line, "a line is not in the canonical form")
    except (ValueError, RecursionError) as error:
        raise Refused(f"a line is no JSON: {error}")
    need(isinstance(entry, dict), "a line is no object")
    return entry


DIRECTION = set("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def is_name(value):
    return (
        isinstance(value, str)
        and value != ""
        and not any(ord(c) < 0x20 or 0x7F <= ord(c) < 0xA0 or c in DIRECTION for c in value)
    )


# The tree.


def leaf(line):
    return hashlib.sha256(b"\0" + line).digest()


def node(left, right):
    return hashlib.sha256(b"\1" + left + right).digest()


class Tree:
    """Grows at its right edge: the roots of its full parts, the largest first."""

    def __init__(self):
        self.size, self.parts = 0, []

    def add(self, hash):
        rest = self.size
        while rest & 1:
            hash = node(self.parts.pop(), hash)
            rest >>= 1
        self.parts.append(hash)
        self.size += 1

    def root(self):
        if not self.parts:
            return hashlib.sha256().digest()
        root = self.parts[-1]
        for part in reversed(self.parts[:-1]):
            root = node(part, root)
        return root


def root_of(hashes):
    tree = Tree()
    for hash in hashes:
        tree.add(hash)
    return tree.root()


def root_by_receipt(hash, index, size, path):
    """RFC 6962 §2.1.1 backwards: from a leaf and its audit path to the root."""
    need(0 <= index < size, "no such entry")
    if size == 1:
        need(not path, "the path is too long")
        return hash
    need(path, "the path is too short")
    half = 1
    while half * 2 < size:
        half *= 2
    if index < half:
        return node(root_by_receipt(hash, index, half, path[:-1]), path[-1])
    return node(path[-1], root_by_receipt(hash, index - half, size - half, path[:-1]))


def roots_by_growth(old, size, path, root, whole=True):
    """RFC 6962 §2.1.2 backwards: the roots of the first `old` and of all, from the hashes between them."""
    if old == size:
        if whole:
            need(not path, "the path is too long")
            return root, root
        need(len(path) == 1, "the path has another length")
        return path[0], path[0]
    need(path, "the path is too short")
    half = 1
    while half * 2 < size:
        half *= 2
    if old <= half:
        before, after = roots_by_growth(old, half, path[:-1], root, whole)
        return before, node(after, path[-1])
    before, after = roots_by_growth(old - half, size - half, path[:-1], root, False)
    return node(path[-1], before), node(path[-1], after)


# Keys and checkpoints.


def base64_of(text):
    try:
        data = base64.b64decode(text, validate=True)
    except ValueError:
        raise Refused("bad base64")
    need(base64.b64encode(data).decode() == text, "base64 with bits that mean nothing")
    return data


def hash_of(text):
    data = base64_of(text)
    need(len(data) == 32, "a hash has not 32 bytes")
    return data


class Key:
    def __init__(self, text):
        need(isinstance(text, str), "no verifier key")
        self.text = text = text.strip()
        parts = text.split("+", 2)
        need(len(parts) == 3, "no verifier key")
        self.name, data = parts[0], base64_of(parts[2])
        need(len(data) == 33 and data[0] in (1, 4), "a key of another kind")
        self.kind, self.id = data[0], hashlib.sha256(self.name.encode() + b"\n" + data).digest()[:4]
        need(self.id.hex() == parts[1], "the key has another id")
        self.key = Ed25519PublicKey.from_public_bytes(data[1:])

    def check(self, signature, text):
        if self.kind == 4:
            need(len(signature) == 72, "a cosignature of another length")
            seen = int.from_bytes(signature[:8], "big")
            signature, text = signature[8:], f"cosignature/v1\ntime {seen}\n".encode() + text
        try:
            self.key.verify(signature, text)
        except InvalidSignature:
            raise Refused(f"the signature of {self.name} does not hold")


def opened(note, keys):
    """The text of a signed note that each of the keys has signed."""
    text, found, lines = note.rpartition(b"\n\n")
    need(found and lines.endswith(b"\n"), "no signed note")
    text += b"\n"
    signers = set()
    for line in lines.decode().removesuffix("\n").split("\n"):
        need(line.startswith("— ") and line.count(" ") == 2, "no signature line")
        name, data = line.split(" ")[1], base64_of(line.split(" ")[2])
        for key in keys:
            if (key.name, key.id) == (name, data[:4]):
                key.check(data[4:], text)
                signers.add(key)
    need(signers.issuperset(keys), "a key has not signed")
    return text.decode()


class Checkpoint:
    def __init__(self, note, keys):
        lines = opened(note, keys).split("\n")
        need(len(lines) >= 4 and re.fullmatch("0|[1-9][0-9]*", lines[1]), "no checkpoint")
        self.origin, self.size, self.root = lines[0], int(lines[1]), hash_of(lines[2])


# Ledgers.


class OwnEntries:
    """What the ledger's own entries say: its name, and from which number of entries on which key seals it."""

    def __init__(self):
        self.origin, self.keys = None, []

    def take(self, entry, seq):
        need(entry["v"] == 1, f"{entry['type']} is in version {entry['v']}, which is not known here")
        if entry["type"] == "ledger.opened":
            need(seq == 0, "a ledger is opened once")
            self.origin = entry.get("origin")
            need(isinstance(self.origin, str), "the ledger has no name")
            if entry.get("key") is not None:
                self.keys.append((1, Key(entry["key"])))
        elif entry["type"] == "ledger.rotated":
            need(self.keys, "there is no key to replace")
            old, new = self.keys[-1][1], Key(entry.get("key"))
            need(new.name == self.origin and new.kind == 1 and new.id != old.id, "no new key of this ledger")
            text = ["ledger.rotated/v1", self.origin, str(seq), entry["prev"], old.text, new.text]
            signed = opened(entry.get("note", "").encode(), [old, new])
            need(signed == "".join(line + "\n" for line in text), "the note is not of this place")
            self.keys.append((seq + 1, new))
        else:
            need(entry["type"] == "ledger.recovered", f"{entry['type']} is not known here")

    def known(self, keys, size):
        """The keys to check a checkpoint with: whoever knows any key of the ledger takes the one in force then."""
        need(keys, "no key was given to check the checkpoint with")
        own = {key.text for _, key in self.keys}
        if not any(key.text in own for key in keys):
            return keys
        in_force = [key for start, key in self.keys if start <= size][-1]
        return [key for key in keys if key.text not in own] + [in_force]


def verify_lines(lines, checkpoint_note, keys):
    tree, before, last, own, sealed = Tree(), bytes(32), "", OwnEntries(), None
    if checkpoint_note is not None:
        checkpoint = Checkpoint(checkpoint_note, [])
        sealed = tree.root() if checkpoint.size == 0 else None
    for seq, line in enumerate(lines):
        try:
            entry = entry_of(line)
            need(entry.get("seq") == seq, "another number")
            need(entry.get("prev") == base64.b64encode(before).decode(), "it does not follow the entry before")
            at = entry.get("at")
            need(isinstance(at, str) and re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", at, re.ASCII), "no time")
            need(at >= last, "an earlier time than before")
            need(is_name(entry.get("by")) and is_name(entry.get("type")), "no name")
            need("id" not in entry or is_name(entry["id"]), "the id is no name")
            need(type(entry.get("v")) is int and entry["v"] >= 1, "no version")
            need(seq > 0 or entry["type"] == "ledger.opened", "it does not open a ledger")
            if entry["type"].startswith("ledger."):
                own.take(entry, seq)
        except Refused as fault:
            raise Refused(f"entry {seq}: {fault}")
        before, last = leaf(line), at
        tree.add(before)
        if checkpoint_note is not None and tree.size == checkpoint.size:
            sealed = tree.root()
    need(tree.size > 0, "nothing is there")
    if checkpoint_note is not None:
        Checkpoint(checkpoint_note, own.known(keys, checkpoint.size))
        need(own.origin == checkpoint.origin, "the checkpoint is of another ledger")
        need(tree.size >= checkpoint.size, "entries that were sealed are gone")
        need(sealed == checkpoint.root, "the entries are not those that were sealed")
        print(f"{checkpoint.size} of {tree.size} entries are sealed; root {base64.b64encode(tree.root()).decode()}")
    else:
        print(f"{tree.size} entries; root {base64.b64encode(tree.root()).decode()}")


def verify_ledger(path, checkpoint=None, *keys):
    data = read(path)
    need(data.endswith(b"\n"), "the last line is not whole")
    note = read(checkpoint) if checkpoint else None
    verify_lines(data[:-1].split(b"\n"), note, [Key(key) for key in keys])


def tile_path(level, index, width):
    steps = [f"{index % 1000:03}"]
    while index >= 1000:
        index //= 1000
        steps.insert(0, f"x{index % 1000:03}")
    return "/".join(["tile", str(level)] + steps) + (f".p/{width}" if width < 256 else "")


def rows(count):
    """The number and the width of each tile of a level."""
    return [(index, min(256, count - 256 * index)) for index in range((count + 255) // 256)]


def verify_folder(folder, *texts):
    keys = [Key(text) for text in texts]
    note = read(os.path.join(folder, "checkpoint"))
    size = Checkpoint(note, []).size
    lines = []
    for index, width in rows(size):
        bundle = read(os.path.join(folder, tile_path("entries", index, width)))
        for _ in range(width):
            length = int.from_bytes(bundle[:2], "big")
            need(len(bundle) >= 2 + length, "a bundle is too short")
            lines.append(bundle[2 : 2 + length])
            bundle = bundle[2 + length :]
        need(not bundle, "a bundle is too long")
    verify_lines(lines, note, keys)
    level, hashes = 0, [leaf(line) for line in lines]
    while hashes:
        for index, width in rows(len(hashes)):
            path = tile_path(level, index, width)
            held = b"".join(hashes[256 * index : 256 * index + width])
            need(read(os.path.join(folder, path)) == held, f"{path} holds other hashes")
        level, hashes = level + 1, [root_of(hashes[at : at + 256]) for at in range(0, len(hashes) - 255, 256)]
    store = os.path.join(folder, "texts")
    for name in os.listdir(store) if os.path.isdir(store) else []:
        need(hashlib.sha256(read(os.path.join(store, name))).hexdigest() == name, f"the text {name} was changed")


def verify_receipt(line, receipt, *texts):
    line, top = read(line).removesuffix(b"\n"), read(receipt)
    top, found, note = top.partition(b"\n\n")
    lines = top.decode().split("\n")
    need(found and lines[0] == "c2sp.org/tlog-proof@v1" and re.fullmatch("index (0|[1-9][0-9]*)", lines[1]), "no receipt")
    checkpoint, index = Checkpoint(note, [Key(text) for text in texts]), int(lines[1][6:])
    root = root_by_receipt(leaf(line), index, checkpoint.size, [hash_of(text) for text in lines[2:]])
    need(root == checkpoint.root, "the entry is not in the tree that was signed")
    need(entry_of(line)["seq"] == index, "the entry has another number")
    print(f"entry {index} of {checkpoint.size}")


def verify_consistency(body, old, *texts):
    keys = [Key(text) for text in texts]
    old = Checkpoint(read(old), keys)
    top, found, note = read(body).partition(b"\n\n")
    lines = top.decode().split("\n")
    need(found and lines[0] == f"old {old.size}", "the proof is about another checkpoint")
    new = Checkpoint(note, keys)
    need(0 < old.size <= new.size and old.origin == new.origin, "the one does not go on from the other")
    roots = roots_by_growth(old.size, new.size, [hash_of(text) for text in lines[1:]], old.root)
    need(roots == (old.root, new.root), "the one does not go on from the other")
    print(f"{new.size} entries go on from {old.size}")


def read(path):
    with open(path, "rb") as file:
        return file.read()


if __name__ == "__main__":
    what = {
        "ledger": verify_ledger,
        "folder": verify_folder,
        "receipt": verify_receipt,
        "consistency": verify_consistency,
    }
    try:
        what[sys.argv[1]](*sys.argv[2:])
    except (Refused, OSError, UnicodeDecodeError, KeyError) as fault:
        print("refused:", fault)
        sys.exit(1)
