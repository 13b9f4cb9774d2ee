#!/usr/bin/env python3
"""Verifies what Docs/ledger.md describes. It was written from that page alone; where it and the program did not agree
then, the page says now which of them was right.

    verify_ledger.py ledger FILE [CHECKPOINT VKEY…]
    verify_ledger.py folder DIR VKEY…
    verify_ledger.py receipt LINE RECEIPT VKEY…         LINE may be - where the receipt holds its entry
    verify_ledger.py consistency BODY OLD-CHECKPOINT VKEY…

A VKEY is a public key, name+id+base64, or a file that holds one: the ledger's, and those of witnesses. Python's own
library is all it needs. It says “verified:” and ends with 0, or “refused:” with the first thing that does not fit and
ends with 1.

To learn the format, read on from top to bottom: an entry's line, the tree, signed notes, ledgers, folders, receipts.
"""
import base64
import hashlib
import json
import os
import re
import sys


class Refused(Exception):
    """Something does not fit: its code in the page's table, and what."""

    def __init__(self, code, words):
        super().__init__(f"{words} [{code}]")
        self.code = code


def need(holds, code, words):
    if not holds:
        raise Refused(code, words)


def sha256(data):
    return hashlib.sha256(data).digest()


def base64_of(text, code):
    """Strict base64: with padding, and with zeros in the bits that are left over."""
    try:
        data = base64.b64decode(text, validate=True)
    except ValueError:
        raise Refused(code, f"{text[:60]!r} is not base64")
    need(base64.b64encode(data).decode() == text, code, f"{text[:60]!r} is not base64 as it is read here")
    return data


def hash_of(text, code):
    data = base64_of(text, code)
    need(len(data) == 32, code, f"{text[:60]!r} is no hash")
    return data


# An entry: strict JSON in its canonical form.

LARGEST = 2**53 - 1
# What could make one name look like another: controls, and what turns the direction of writing.
DECEIVING = re.compile("[\x01-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def members_of(pairs):
    names = [name for name, _ in pairs]
    need(all(re.fullmatch("[a-z][a-z0-9_]*", name) for name in names), "bad-json", "a name is not allowed")
    need(len(set(names)) == len(names), "bad-json", "a name is there twice")
    return dict(pairs)


def whole_number(digits):
    # A number of ten thousand digits is refused before it is made.
    need(len(digits) <= 17 and abs(int(digits)) <= LARGEST, "bad-json", "a number is out of bounds")
    return int(digits)


def no_number(text):
    raise Refused("bad-json", f"{text[:60]} is no whole number")


def check_bounds(value, depth=1):
    """Strings and nesting. The entry's own object is the first of 16."""
    if isinstance(value, str):
        need("\0" not in value, "bad-json", "a string holds U+0000")
        need(len(value.encode("utf-8")) <= 8192, "bad-json", "a string is too long")
    elif isinstance(value, (dict, list)):
        need(depth <= 16, "bad-json", "nested too deep")
        for item in value:
            check_bounds(item, depth + 1)
        for item in value.values() if isinstance(value, dict) else []:
            check_bounds(item, depth + 1)


def json_of(line):
    """What a line says. Written anew it has to be the same bytes, so there is one way to say it."""
    need(len(line) <= 65535, "bad-json", "the line is too long")
    try:
        value = json.loads(
            line.decode("utf-8"),
            object_pairs_hook=members_of,
            parse_int=whole_number,
            parse_float=no_number,
            parse_constant=no_number,
        )
        check_bounds(value)
        again = json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode("utf-8")
    except (ValueError, RecursionError) as error:
        raise Refused("bad-json", f"no JSON: {error}")
    need(again == line, "not-canonical", "not in the canonical form")
    return value


def is_name(value):
    return isinstance(value, str) and value != "" and not DECEIVING.search(value)


def is_time(value):
    form = "([0-9]{4})-([0-9]{2})-([0-9]{2})T([0-9]{2}):([0-9]{2}):([0-9]{2})Z"
    found = re.fullmatch(form, value) if isinstance(value, str) else None
    if not found:
        return False
    year, month, day, hour, minute, second = map(int, found.groups())
    is_leap = year % 4 == 0 and (year % 100 > 0 or year % 400 == 0)
    days = [31, 29 if is_leap else 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    return 1 <= month <= 12 and 1 <= day <= days[month - 1] and hour < 24 and minute < 60 and second < 60


def entry_of(line):
    """The entry of a line, with the members that every entry has."""
    entry = json_of(line)
    need(isinstance(entry, dict), "bad-entry", "an entry is an object")
    for name in ["by", "type"] + (["id"] if "id" in entry else []):
        need(is_name(entry.get(name)), "bad-entry", f"“{name}” is missing or no name")
    for name, least in [("seq", 0), ("v", 1)]:
        number = entry.get(name)
        need(type(number) is int and number >= least, "bad-entry", f"“{name}” is missing or no number from {least}")
    need(isinstance(entry.get("prev"), str), "bad-entry", "“prev” is missing")
    hash_of(entry["prev"], "bad-entry")
    need(is_time(entry.get("at")), "bad-entry", "“at” is missing or no time")
    return entry


# The tree of RFC 6962, §2.1.


def leaf(line):
    return sha256(b"\0" + line)


def node(left, right):
    return sha256(b"\1" + left + right)


def half_of(count):
    """The largest power of two that is smaller."""
    return 1 << ((count - 1).bit_length() - 1)


def root_of(hashes):
    if len(hashes) < 2:
        return hashes[0] if hashes else sha256(b"")
    half = half_of(len(hashes))
    return node(root_of(hashes[:half]), root_of(hashes[half:]))


def root_by_path(hash, index, size, path):
    """An audit path (§2.1.1) backwards: the root that it leads to."""
    if size == 1:
        need(not path, "bad-proof", "there are too many hashes")
        return hash
    need(path, "bad-proof", "there are too few hashes")
    half = half_of(size)
    if index < half:
        return node(root_by_path(hash, index, half, path[:-1]), path[-1])
    return node(path[-1], root_by_path(hash, index - half, size - half, path[:-1]))


def roots_by_growth(old, size, path, old_root, whole=True):
    """A consistency proof (§2.1.2) backwards: the roots of the first `old` and of all that it leads to."""
    if old == size and whole:
        need(not path, "bad-proof", "there are too many hashes")
        return old_root, old_root
    if old == size:
        need(len(path) == 1, "bad-proof", "another number of hashes is needed")
        return path[0], path[0]
    need(path, "bad-proof", "there are too few hashes")
    half = half_of(size)
    if old <= half:
        before, after = roots_by_growth(old, half, path[:-1], old_root, whole)
        return before, node(after, path[-1])
    before, after = roots_by_growth(old - half, size - half, path[:-1], old_root, False)
    return node(path[-1], before), node(path[-1], after)


def seal_of(root):
    """The first 100 bits in Crockford's base32, to compare with what was read aloud."""
    bits = int.from_bytes(root, "big") >> 156
    letters = ["0123456789ABCDEFGHJKMNPQRSTVWXYZ"[bits >> 5 * place & 31] for place in reversed(range(20))]
    return "-".join("".join(letters[start : start + 4]) for start in range(0, 20, 4))


# Ed25519 (RFC 8032, §5.1). A point is (X, Y, Z, T) with x = X/Z, y = Y/Z and x·y = T/Z.

P = 2**255 - 19
ORDER = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, -1, P) % P


def add(a, b):
    e, f = (a[1] - a[0]) * (b[1] - b[0]) % P, (a[1] + a[0]) * (b[1] + b[0]) % P
    g, h = 2 * a[3] * b[3] * D % P, 2 * a[2] * b[2] % P
    return (f - e) * (h - g) % P, (h + g) * (f + e) % P, (h - g) * (h + g) % P, (f - e) * (f + e) % P


def times(number, point):
    result = (0, 1, 1, 0)
    while number:
        if number & 1:
            result = add(result, point)
        point = add(point, point)
        number >>= 1
    return result


def point_of(data):
    """The point that 32 bytes stand for; None where there is none."""
    number = int.from_bytes(data, "little")
    sign, y = number >> 255, number & (1 << 255) - 1
    square = (y * y - 1) * pow(D * y * y + 1, -1, P) % P
    x = pow(square, (P + 3) // 8, P)
    if (x * x - square) % P:
        x = x * pow(2, (P - 1) // 4, P) % P
    if y >= P or (x * x - square) % P or (x == 0 and sign):
        return None
    x = x if x & 1 == sign else P - x
    return x, y, 1, x * y % P


BASE = point_of((4 * pow(5, -1, P) % P).to_bytes(32, "little"))


def has_signed(public, message, signature):
    point, start, factor = point_of(public), point_of(signature[:32]), int.from_bytes(signature[32:], "little")
    if point is None or start is None or factor >= ORDER or len(signature) != 64:
        return False
    challenge = int.from_bytes(hashlib.sha512(signature[:32] + public + message).digest(), "little") % ORDER
    a, b = times(factor, BASE), add(start, times(challenge, point))
    return (a[0] * b[2] - b[0] * a[2]) % P == 0 and (a[1] * b[2] - b[1] * a[2]) % P == 0


# Keys, signed notes and checkpoints.


def is_key_name(name):
    return is_name(name) and "+" not in name and not any(letter.isspace() for letter in name)


class Key:
    """A public key. A ledger's is of kind 1; a witness's is of kind 4, and signs when it has seen a text."""

    def __init__(self, text, code="no-key"):
        parts = text.split("+", 2) if isinstance(text, str) else []
        need(len(parts) == 3 and is_key_name(parts[0]), code, f"{str(text)[:80]!r} is no public key")
        self.text, self.name, data = text, parts[0], base64_of(parts[2], code)
        need(len(data) == 33 and data[0] in (1, 4), code, "a key of another kind")
        self.is_witness, self.public = data[0] == 4, data[1:]
        self.id = sha256(self.name.encode() + b"\n" + data)[:4]
        need(parts[1] == self.id.hex(), code, f"the id of the key {text[:80]} is wrong")

    def has_signed(self, text, signature):
        if not self.is_witness:
            return has_signed(self.public, text, signature)
        time = int.from_bytes(signature[:8], "big")
        return has_signed(self.public, b"cosignature/v1\ntime %d\n" % time + text, signature[8:])


class Note:
    """A signed note: a text, a blank line, and a line for each signature."""

    def __init__(self, data, code):
        try:
            whole = data.decode("utf-8")
        except UnicodeDecodeError:
            raise Refused(code, "no UTF-8")
        text, found, lines = whole.rpartition("\n\n")
        need(found and lines.endswith("\n"), code, "no signed note")
        need(not re.search("[\0-\x09\x0b-\x1f]", whole), code, "a note holds controls")
        self.text, self.signatures = text + "\n", []
        for line in lines[:-1].split("\n"):
            parts = line.split(" ")
            need(len(parts) == 3 and parts[0] == "—" and is_key_name(parts[1]), code, "no signature line")
            data = base64_of(parts[2], code)
            need(len(data) > 4, code, "a signature is too short")
            self.signatures.append((parts[1], data[:4], data[4:]))
        need(len(self.signatures) <= 100, code, "too many signatures")

    def signers(self, keys, code="bad-signature"):
        """Those of the keys that have signed. Unknown lines are passed over; a known one that does not hold spoils it."""
        signers = []
        for name, id, signature in self.signatures:
            key = next((key for key in keys if (key.name, key.id) == (name, id)), None)
            # Of several lines of one key the first counts.
            if key and key not in signers:
                holds = key.has_signed(self.text.encode("utf-8"), signature)
                need(holds, code, f"the signature of {name} does not hold")
                signers.append(key)
        return signers


class Checkpoint:
    def __init__(self, data):
        self.note = Note(data, "bad-checkpoint")
        lines = self.note.text[:-1].split("\n")
        # Lines after the third are somebody else's business; they are signed with the rest.
        need(len(lines) >= 3 and all(lines), "bad-checkpoint", "no checkpoint")
        need(re.fullmatch("0|[1-9][0-9]*", lines[1]), "bad-checkpoint", "the second line is no number")
        self.origin, self.size, self.root = lines[0], int(lines[1]), hash_of(lines[2], "bad-checkpoint")
        need(self.size < 2**63, "bad-checkpoint", "the number of entries is too large")

    def signed_by_owner(self, keys):
        """For those who have the public key and not the ledger: it and no other has to have signed."""
        signers = self.note.signers(keys)
        is_signed = any(key.name == self.origin and not key.is_witness for key in signers)
        need(is_signed, "bad-signature", f"{self.origin} has not signed this checkpoint")
        return signers


# Ledgers.


class Ledger:
    """Takes the lines one after the other."""

    def __init__(self):
        self.hashes, self.time, self.origin = [], "", None
        # Each key with the number of entries from which it is in force.
        self.keys = []

    def take(self, line):
        seq = len(self.hashes)
        try:
            entry = entry_of(line)
            need(seq > 0 or entry["type"] == "ledger.opened", "not-opened", "it does not open a ledger")
            need(entry["seq"] == seq, "wrong-seq", f"entry {entry['seq']} stands here")
            before = self.hashes[-1] if self.hashes else bytes(32)
            need(base64.b64decode(entry["prev"]) == before, "hash-mismatch", "the entry before is not the one it names")
            need(entry["at"] >= self.time, "clock-backwards", "an earlier time than before")
            if entry["type"].startswith("ledger."):
                self.take_own(entry, seq)
        except Refused as fault:
            fault.args = (f"entry {seq}: {fault}",)
            raise
        self.time = entry["at"]
        self.hashes.append(leaf(line))

    def take_own(self, entry, seq):
        """One of the three entries that are the ledger's own."""
        kind, is_first = entry["type"], seq == 0
        is_known = kind in ("ledger.opened", "ledger.recovered", "ledger.rotated") and entry["v"] == 1
        need(is_known, "newer-version", f"{kind} in version {entry['v']} is not known here")
        need(is_first == (kind == "ledger.opened"), "bad-entry", f"{kind} has no place here")
        if kind == "ledger.opened":
            self.origin = entry.get("origin")
            need(is_key_name(self.origin) and "key" in entry, "bad-entry", "“origin” or “key” is missing")
            if entry["key"] is not None:
                self.keys.append((0, self.own_key(entry["key"])))
        elif kind == "ledger.rotated":
            need(self.keys, "bad-entry", "there is no key to replace")
            old, new = self.keys[-1][1], self.own_key(entry.get("key"))
            need(new.id != old.id, "bad-entry", "the key is the same")
            lines = ["ledger.rotated/v1", self.origin, str(seq), entry["prev"], old.text, new.text]
            note = entry.get("note")
            note = Note(note.encode("utf-8") if isinstance(note, str) else b"", "bad-rotation")
            need(note.text == "".join(line + "\n" for line in lines), "bad-rotation", "the note is not of this place")
            need(len(note.signers([old, new], "bad-rotation")) == 2, "bad-rotation", "not both keys have signed")
            self.keys.append((seq + 1, new))

    def own_key(self, text):
        key = Key(text, "bad-entry")
        need(not key.is_witness and key.name == self.origin, "bad-entry", "“key” is no key of this ledger")
        return key

    def hold_against(self, checkpoint, given):
        """A checkpoint has to be signed with the key that was in force then, and by somebody who is trusted."""
        need(checkpoint.origin == self.origin, "wrong-origin", f"the checkpoint is of {checkpoint.origin}")
        need(self.keys or given, "no-key", "there is no key to check the checkpoint with")
        own = {key.text for _, key in self.keys}
        others = [key for key in given if key.text not in own]
        in_force = [key for start, key in self.keys if start <= checkpoint.size][-1:]
        signers = checkpoint.note.signers(others + in_force)
        # Who trusts any key that the ledger has had trusts the one in force, by the entries that hand it over.
        is_trusted = not given or len(others) < len(given) or any(key in signers for key in others)
        is_signed = all(key in signers for key in in_force) and is_trusted
        need(is_signed, "bad-signature", "the checkpoint is not signed with the ledger's key")
        size = len(self.hashes)
        need(checkpoint.size <= size, "truncated", f"{size} entries are there, {checkpoint.size} were sealed")
        fits = root_of(self.hashes[: checkpoint.size]) == checkpoint.root
        need(fits, "checkpoint-mismatch", f"the first {checkpoint.size} entries are not those that were sealed")
        names = ", ".join(key.name for key in signers)
        trusted = "" if given else ", whose key nobody but the ledger itself has named"
        return f"{checkpoint.size} of {size} entries, sealed by {names}{trusted}, seal {seal_of(checkpoint.root)}"


def verify_ledger(path, checkpoint=None, *keys):
    ledger = Ledger()
    *lines, rest = read(path).split(b"\n")
    for line in lines:
        ledger.take(line)
    need(not rest, "torn", "the last line is not whole")
    need(lines, "not-opened", "nothing is there")
    if checkpoint is None:
        root = root_of(ledger.hashes)
        return f"{len(lines)} entries, none of them held against a checkpoint, seal {seal_of(root)}"
    return ledger.hold_against(Checkpoint(read(checkpoint)), keys_of(keys))


# Published folders.


def tile_path(level, index, width):
    steps = [f"{index % 1000:03}"]
    while index >= 1000:
        index //= 1000
        steps.insert(0, f"x{index % 1000:03}")
    return "/".join(["tile", str(level)] + steps) + (f".p/{width}" if width < 256 else "")


def tiles(folder, level, count):
    """The tiles that hold so many: of each its path, its bytes, how many are in it and how many of these count."""
    for index in range((count + 255) // 256):
        width = min(256, count - 256 * index)
        # Where a part was deleted, its full tile holds it.
        for held in [width, 256]:
            path = tile_path(level, index, held)
            if os.path.exists(os.path.join(folder, path)):
                yield path, read(os.path.join(folder, path)), held, width
                break
        else:
            raise Refused("bad-tile", f"{tile_path(level, index, width)} is missing")


def lines_of(path, bundle, count):
    lines = []
    while bundle:
        end = 2 + int.from_bytes(bundle[:2], "big")
        need(len(bundle) >= end, "bad-tile", f"{path} ends within an entry")
        lines.append(bundle[2:end])
        bundle = bundle[end:]
    need(len(lines) == count, "bad-tile", f"{path} does not hold {count} entries")
    return lines


def verify_folder(folder, *keys):
    checkpoint, ledger = Checkpoint(read(os.path.join(folder, "checkpoint"))), Ledger()
    for path, bundle, held, width in tiles(folder, "entries", checkpoint.size):
        for line in lines_of(path, bundle, held)[:width]:
            ledger.take(line)
    level, hashes = 0, ledger.hashes
    while hashes:
        rest = hashes
        for path, data, held, width in tiles(folder, level, len(hashes)):
            expected, rest = b"".join(rest[:width]), rest[width:]
            need(len(data) == 32 * held and data.startswith(expected), "bad-tile", f"{path} holds other hashes")
        full = len(hashes) // 256
        level, hashes = level + 1, [root_of(hashes[256 * index : 256 * index + 256]) for index in range(full)]
    texts = os.path.join(folder, "texts")
    for name in os.listdir(texts) if os.path.isdir(texts) else []:
        if re.fullmatch("[0-9a-f]{64}", name):
            fits = sha256(read(os.path.join(texts, name))).hex() == name
            need(fits, "text-changed", f"texts/{name} is not the text of its name")
    return ledger.hold_against(checkpoint, keys_of(keys))


# Receipts and consistency proofs.


def proof_of(data):
    """The lines before the blank line, and the checkpoint behind it."""
    head, found, note = data.partition(b"\n\n")
    try:
        lines = head.decode("utf-8").split("\n")
    except UnicodeDecodeError:
        raise Refused("bad-proof", "no UTF-8")
    need(found, "bad-proof", "no proof")
    return lines, Checkpoint(note)


def verify_receipt(line, receipt, *keys):
    lines, checkpoint = proof_of(read(receipt))
    need(lines.pop(0) == "c2sp.org/tlog-proof@v1", "bad-receipt", "no receipt")
    extra = base64_of(lines.pop(0)[6:], "bad-receipt") if lines and lines[0].startswith("extra ") else None
    need(lines and re.fullmatch("index (0|[1-9][0-9]*)", lines[0]), "bad-receipt", "no receipt")
    index = int(lines.pop(0)[6:])
    path = [hash_of(text, "bad-receipt") for text in lines]
    signers = checkpoint.signed_by_owner(keys_of(keys))
    need(line != "-" or extra is not None, "bad-receipt", "the receipt does not hold its entry")
    entry = extra if line == "-" else read(line).removesuffix(b"\n")
    need(index < checkpoint.size, "bad-proof", "there is no such entry")
    fits = root_by_path(leaf(entry), index, checkpoint.size, path) == checkpoint.root
    need(fits, "bad-proof", "the hashes do not lead from this entry to the root that was signed")
    need(entry_of(entry)["seq"] == index, "wrong-entry", "the entry is of another place")
    names = ", ".join(key.name for key in signers)
    return f"entry {index} of {checkpoint.size}, sealed by {names}, seal {seal_of(checkpoint.root)}"


def verify_consistency(body, old, *keys):
    lines, new = proof_of(read(body))
    old, keys = Checkpoint(read(old)), keys_of(keys)
    old.signed_by_owner(keys)
    new.signed_by_owner(keys)
    need(lines[0] == f"old {old.size}" and old.origin == new.origin, "bad-proof", "it is about another checkpoint")
    need(0 < old.size <= new.size, "bad-proof", "nothing can be shown of these numbers")
    roots = roots_by_growth(old.size, new.size, [hash_of(text, "bad-proof") for text in lines[1:]], old.root)
    need(roots == (old.root, new.root), "bad-proof", "the one does not go on from the other")
    return f"{new.size} entries go on from {old.size}"


def keys_of(texts):
    return [Key(read(text).decode("utf-8").strip() if os.path.isfile(text) else text) for text in texts]


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
    if len(sys.argv) < 3 or sys.argv[1] not in what:
        print(__doc__, file=sys.stderr)
        sys.exit(64)
    try:
        print("verified:", what[sys.argv[1]](*sys.argv[2:]))
    except (Refused, OSError, UnicodeDecodeError) as fault:
        print("refused:", fault)
        sys.exit(1)
