"""Compares a ledger's root, a receipt and a consistency proof with those that the package pymerkle makes of the same lines.

    python3 compare_pymerkle.py FILE CHECKPOINT RECEIPT BODY
"""
import base64
import sys

from pymerkle import InmemoryTree

ledger, checkpoint, receipt, body = (open(path, "rb").read() for path in sys.argv[1:5])
size, root = checkpoint.split(b"\n")[1:3]
tree = InmemoryTree(algorithm="sha256")
for line in ledger.split(b"\n")[: int(size)]:
    tree.append_entry(line)


def hashes(top, skip):
    return [base64.b64decode(line) for line in top.split(b"\n\n")[0].split(b"\n")[skip:]]


def same(ours, theirs, what):
    if ours != theirs:
        print(f"refused: {what} differs from pymerkle's")
        sys.exit(1)


same(base64.b64decode(root), tree.get_root(), "the root")
index = int(receipt.split(b"\n")[1].removeprefix(b"index "))
# Its paths begin with the leaf itself, and it counts leaves from 1.
path = [bytes.fromhex(hash) for hash in tree.prove_inclusion(index + 1).serialize()["path"]]
same(hashes(receipt, 2), path[1:], "the receipt")
old = int(body.split(b"\n")[0].removeprefix(b"old "))
path = [bytes.fromhex(hash) for hash in tree.prove_consistency(old, int(size)).serialize()["path"]]
same(set(hashes(body, 1)) <= set(path), True, "the consistency proof")
print(f"{int(size)} entries, entry {index} and the growth from {old} as pymerkle has them")
