#!/usr/bin/env python3
"""Attacks the writing of a ledger with real processes on a real disk, and checks what was acknowledged.

  Tests/Outside/durability.py [--motions PATH] [--kills N] [--large N] [--seed N] [--folder DIR] [ATTACK…]

The attacks: kills, crowd, reader, full, readonly, kinds, checkpoints, clock; all of them where none is named. Those that
need to mount something are skipped, and say so, for whoever may not. The exit status is 1 where something was lost.
"""
import argparse, json, os, random, shutil, signal, subprocess, sys, tempfile, threading, time

options = argparse.ArgumentParser()
options.add_argument("--motions", default=".build/debug/motions")
options.add_argument("--kills", type=int, default=100)
options.add_argument("--large", type=int, default=500, help="events in the largest batches")
options.add_argument("--seed", type=int, default=None)
options.add_argument("--folder", default=None)
options.add_argument("attacks", nargs="*")
options = options.parse_args()
motions = os.path.abspath(options.motions)
seed = options.seed if options.seed is not None else random.randrange(1 << 32)
chance = random.Random(seed)
broken = []


def run(*words, input=None, env=None):
    """A command to its end."""
    environment = dict(os.environ)
    environment.pop("MOTIONS_NOW", None)
    environment.update(env or {})
    return subprocess.run([motions, "ledger", *words], input=input, capture_output=True, text=True, env=environment)


def expect(holds, what):
    if not holds:
        broken.append(what)
        print(f"  BROKEN: {what}")


def lines(path):
    """Whole lines as objects; what a write that is going on, or was cut off, left after the last LF is left out."""
    with open(path, "rb") as file:
        data = file.read()
    whole = data[: data.rfind(b"\n") + 1]
    return [json.loads(line) for line in whole.splitlines()]


def verified(path):
    answer = run("verify", path, "--json")
    return answer.returncode, json.loads(answer.stdout) if answer.stdout else {}


def new(folder, name="notes.jsonl"):
    path = os.path.join(folder, name)
    answer = run("create", path, "--origin", "riverside.example/notes")
    expect(answer.returncode == 0, f"a ledger can be made: {answer.stderr}")
    return path


def event(number, text="note", **more):
    return json.dumps({"type": "note.made", "number": number, "text": text, **more}) + "\n"


def numbers(path):
    return [line["number"] for line in lines(path) if line["type"] == "note.made"]


def kills(folder):
    """A writing process is killed at a random moment, again and again."""
    started = time.monotonic()
    killed = entered = recovered = doubtful = turn = 0
    while killed < options.kills:
        turn += 1
        more, events, cut, there = killed_ledger(new(folder, f"notes-{turn}.jsonl"), min(options.kills - killed, 50))
        print(f"  {killed + more} kills", flush=True)
        killed, entered, recovered, doubtful = killed + more, entered + events, recovered + cut, doubtful + there
    print(f"  {killed} kills in {time.monotonic() - started:.0f} s: {entered} events acknowledged, all there once; "
          f"{doubtful} more of killed processes; {recovered} writes cut in their middle were set aside")


def killed_ledger(path, wanted):
    """One ledger whose writers are killed so often. Half of the batches have ids and are sent again until they are
    acknowledged; of the others nobody knows."""
    acknowledged, waiting, next_number, killed, pause = [], [], 1, 0, 0.01
    while killed < wanted:
        has_ids = bool(waiting) or chance.random() < 0.5
        count = chance.choice([1, 3, 50, options.large])
        sent = waiting + list(range(next_number, next_number + count))
        next_number += count
        batch = "".join(event(number, "x" * (number * 37 % 900), **({"id": f"e{number}"} if has_ids else {})) for number in sent)
        words = [motions, "ledger", "append", path] + (["--checkpoint"] if chance.random() < 0.3 else [])
        source = path + ".events"
        with open(source, "w") as file:
            file.write(batch)
        with open(source) as file:
            process = subprocess.Popen(words, stdin=file, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        time.sleep(chance.random() * pause)
        is_last = len(waiting) > 10 * options.large
        if not is_last:
            process.send_signal(signal.SIGKILL)
        answer = process.communicate()[0]
        if process.returncode == -signal.SIGKILL and not answer:
            killed += 1
            waiting = sent if has_ids else []
            pause *= 1.25
        else:
            expect(process.returncode in (0, -signal.SIGKILL), f"status {process.returncode}")
            acknowledged += sent
            waiting = []
            pause = max(pause * 0.8, 0.002)
        if chance.random() < 0.1:
            status, found = verified(path)
            codes = {problem["code"] for problem in found["problems"]}
            expect(codes <= {"unsealed", "torn"}, f"after {killed} kills verify says {codes}")
    answer = run("append", path, input=event(next_number))
    expect(answer.returncode == 0, f"writing goes on: {answer.stderr}")
    acknowledged.append(next_number)
    status, found = verified(path)
    expect(status == 0, f"it verifies at the end: {found}")
    there = numbers(path)
    expect(len(there) == len(set(there)), "every event is there once")
    expect(there == sorted(there), "in the order in which they were sent")
    expect(set(acknowledged) <= set(there), "every acknowledged event is there")
    cut = sum(line["type"] == "ledger.recovered" for line in lines(path))
    return killed, len(acknowledged), cut, len(there) - len(acknowledged)


def crowd(folder):
    """Sixteen processes append at once."""
    path = new(folder)

    def write(writer):
        for turn in range(6):
            batch = "".join(event(writer * 1000 + turn * 10 + index) for index in range(3))
            answer = run("append", path, "--by", f"writer {writer}", "--wait", "60", input=batch)
            expect(answer.returncode == 0, f"writer {writer}: {answer.stderr}")

    together(write, 16)
    there = numbers(path)
    wanted = [writer * 1000 + turn * 10 + index for writer in range(16) for turn in range(6) for index in range(3)]
    expect(sorted(there) == wanted, "every event of sixteen writers is there once")
    for writer in range(16):
        own = [number for number in there if number // 1000 == writer]
        expect(own == sorted(own), f"those of writer {writer} in their order")
    expect(verified(path)[0] == 0, "it verifies")
    print(f"  {len(there)} events of 16 processes")


def together(work, count):
    threads = [threading.Thread(target=work, args=(index,)) for index in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def reader(folder):
    """Somebody verifies all the time while others write large batches."""
    path = new(folder)
    batch = "".join(event(number, "x" * 2000) for number in range(400))
    done = threading.Event()
    looked = []

    def write(writer):
        for _ in range(6):
            answer = run("append", path, "--wait", "60", "--checkpoint", input=batch)
            expect(answer.returncode == 0, f"a writer: {answer.stderr}")

    def read():
        while not done.is_set():
            status, answer = verified(path)
            looked.append(status)
            expect(status == 0, f"a reader sees no damage: {[p['code'] for p in answer.get('problems', [])]}")

    readers = [threading.Thread(target=read) for _ in range(2)]
    for thread in readers:
        thread.start()
    together(write, 3)
    done.set()
    for thread in readers:
        thread.join()
    print(f"  {len(looked)} readings during {3 * 6} writes")


def mounted(folder, *options):
    """A small disk of its own at a folder; False where that is not allowed."""
    os.makedirs(folder, exist_ok=True)
    if os.geteuid() != 0 or sys.platform != "linux":
        return False
    return subprocess.run(["mount", *options, folder], capture_output=True).returncode == 0


def full(folder):
    """The disk fills up."""
    place = os.path.join(folder, "small")
    if not mounted(place, "-t", "tmpfs", "-o", "size=256k", "tmpfs"):
        return print("  skipped: needs root on Linux, to mount a small disk")
    try:
        path = new(place)
        acknowledged, failures = [], 0
        for number in range(1, 400):
            answer = run("append", path, "--checkpoint", input=event(number, "x" * 1500))
            if answer.returncode == 0:
                acknowledged.append(number)
            else:
                failures += 1
                expect(answer.returncode == 74 and "the disk is full" in answer.stderr, f"it says so: {answer.stderr}")
                status, found = verified(path)
                expect({p["code"] for p in found["problems"]} <= {"unsealed", "torn"}, f"full: verify says {found['problems']}")
                if failures == 5:
                    break
        expect(failures == 5, "the disk was full")
        there = numbers(path)
        expect([n for n in there if n in set(acknowledged)] == acknowledged, "every acknowledged event is there")
        subprocess.run(["mount", "-o", "remount,size=1m", place], check=True)
        answer = run("append", path, "--checkpoint", input=event(1000))
        expect(answer.returncode == 0, f"with room again it goes on: {answer.stderr}")
        expect(verified(path)[0] == 0, "and verifies")
        print(f"  {len(acknowledged)} events before the disk was full, all there")
    finally:
        subprocess.run(["umount", place])


def readonly(folder):
    """The folder can only be read."""
    place = os.path.join(folder, "fixed")
    if not mounted(place, "-t", "tmpfs", "tmpfs"):
        return print("  skipped: needs root on Linux, to mount a disk that can only be read")
    try:
        path = new(place)
        expect(run("append", path, "--checkpoint", input=event(1)).returncode == 0, "an event is entered")
        subprocess.run(["mount", "-o", "remount,ro", place], check=True)
        answer = run("append", path, input=event(2))
        expect(answer.returncode == 74 and "can only be read" in answer.stderr, f"it says so: {answer.stderr}")
        expect(verified(path)[0] == 0, "it verifies there all the same")
        expect(run("receipt", path, "1").returncode == 0, "a receipt can be had")
        answer = run("create", os.path.join(place, "b.jsonl"), "--origin", "b")
        expect(answer.returncode == 74, f"none can be made: {answer.stderr}")
        subprocess.run(["mount", "-o", "remount,rw", place], check=True)
        expect(numbers(path) == [1], "nothing was changed")
        print("  refused, and read all the same")
    finally:
        subprocess.run(["umount", place])


def kinds(folder):
    """Something else lies where the ledger, its lock or its checkpoint should be."""
    real = new(folder)
    run("append", real, "--checkpoint", input=event(1))
    other = os.path.join(folder, "kinds")
    os.makedirs(other)

    def link(path): os.symlink(real, path)
    def dangling(path): os.symlink(os.path.join(folder, "nowhere"), path)
    def device(path): os.symlink("/dev/zero", path)
    def node(path): subprocess.run(["mknod", path, "c", "1", "5"], check=True)
    makers = {"link": link, "dangling": dangling, "folder": os.mkdir, "pipe": os.mkfifo, "device": device}
    if os.geteuid() == 0 and sys.platform == "linux":
        makers["node"] = node
    before = open(real, "rb").read()
    for name, make in makers.items():
        path = os.path.join(other, name)
        make(path)
        for words, data in ((["append", path], event(1)), (["verify", path], None), (["checkpoint", path], None),
                            (["receipt", path, "0"], None)):
            answer = limited(words, data)
            expect(answer is not None, f"{words[0]} of a {name} ends")
            if answer:
                expect(answer.returncode in (65, 66, 74), f"{words[0]} of a {name}: {answer.returncode} {answer.stderr}")
        answer = limited(["create", path, "--origin", "x"], None)
        expect(answer and answer.returncode == 73, f"create over a {name}: {answer and answer.stderr}")
    for side in ("checkpoint", "lock"):
        for name, make in makers.items():
            path = new(other, f"{side}-{name}.jsonl")
            run("append", path, input=event(1))
            if os.path.lexists(f"{path}.{side}"):
                os.remove(f"{path}.{side}")
            make(f"{path}.{side}")
            for words, data in ((["append", path], event(2)), (["verify", path], None)):
                answer = limited(words, data)
                expect(answer is not None, f"{words[0]} ends with a {name} as its {side}")
                if answer:
                    expect(answer.returncode in (0, 1, 65, 74), f"{words[0]}, {name} as {side}: {answer.stderr}")
                    expect("Fatal" not in answer.stderr, f"{words[0]}, {name} as {side}: {answer.stderr}")
            expect(numbers(path)[:1] == [1], "what was acknowledged is there")
    expect(open(real, "rb").read() == before, "what a link leads to was not touched")
    print(f"  {len(makers)} kinds in three places")


def limited(words, data):
    """A command that may not take ten seconds; None where it does."""
    try:
        return subprocess.run([motions, "ledger", *words], input=data, capture_output=True, text=True, timeout=10)
    except subprocess.TimeoutExpired:
        return None


def checkpoints(folder):
    """The checkpoint is cut short, doubled, empty, of another ledger, old or missing."""
    path = new(folder)
    run("append", path, "--checkpoint", input=event(1))
    old = open(path + ".checkpoint", "rb").read()
    run("append", path, "--checkpoint", input=event(2) + event(3))
    good = open(path + ".checkpoint", "rb").read()
    other = new(folder, "other.jsonl")
    run("append", other, "--checkpoint", input=event(1) + event(2) + event(3))
    foreign = open(other + ".checkpoint", "rb").read()
    cases = {f"cut to {count} bytes": good[:count] for count in range(len(good))}
    cases.update({"doubled": good + good, "of another ledger": foreign, "with a line more": good + b"\n"})
    before = open(path, "rb").read()
    sample = chance.sample(sorted(cases), 24) + ["doubled", "of another ledger", "cut to 0 bytes"]
    for name in sample:
        with open(path + ".checkpoint", "wb") as file:
            file.write(cases[name])
        status, answer = verified(path)
        expect(status == 1, f"a checkpoint {name} does not verify: {answer}")
        if name != "of another ledger":
            answer = run("append", path, input=event(9))
            expect(answer.returncode == 65, f"nothing is entered under a checkpoint {name}: {answer.stderr}")
            expect(open(path, "rb").read() == before, "and the ledger is as it was")
    with open(path + ".checkpoint", "wb") as file:
        file.write(old)
    expect(verified(path)[0] == 0, "an old checkpoint holds")
    os.remove(path + ".checkpoint")
    status, answer = verified(path)
    expect(status == 0 and answer["checkpoint"] is None, "without one it verifies and says that none is there")
    expect(run("append", path, "--checkpoint", input=event(4)).returncode == 0, "and a new one can be made")
    expect(verified(path)[0] == 0, "which holds")
    print(f"  {len(sample)} bad checkpoints")


def clock(folder):
    """The clock jumps, forwards and backwards."""
    path = new(folder)
    for number, now in enumerate(["2026-09-13T11:00:00Z", "2031-01-01T00:00:00Z", "1999-01-01T00:00:00Z",
                                  "2026-09-13T11:00:01Z", "9999-12-31T23:59:59Z", "0001-01-01T00:00:00Z"], 1):
        answer = run("append", path, "--checkpoint", input=event(number), env={"MOTIONS_NOW": now})
        expect(answer.returncode == 0, f"at {now}: {answer.stderr}")
    times = [line["at"] for line in lines(path)]
    expect(times == sorted(times), f"the time never runs backwards: {times}")
    expect(verified(path)[0] == 0, "it verifies")
    expect(numbers(path) == list(range(1, 7)), "every event is there")
    print("  six jumps")


attacks = dict(kills=kills, crowd=crowd, reader=reader, full=full, readonly=readonly, kinds=kinds,
               checkpoints=checkpoints, clock=clock)
print(f"seed {seed}")
for name in options.attacks or attacks:
    print(f"{name}: {attacks[name].__doc__.split(chr(10))[0]}")
    folder = tempfile.mkdtemp(prefix="motions-durability-", dir=options.folder)
    try:
        attacks[name](folder)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
if broken:
    print(f"{len(broken)} things do not hold (seed {seed}).")
    sys.exit(1)
print("Everything that was acknowledged is there.")
