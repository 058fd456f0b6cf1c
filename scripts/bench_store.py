"""The store's figures of scripts/bench: each as a ratio against a peer, or against itself at another
size. Sections: append, messages, search, population, writers."""

import datetime
import fcntl
import glob
import hashlib
import json
import os
import pty
import random
import re
import select
import shutil
import signal
import statistics
import struct
import subprocess
import sys
import tempfile
import termios
import threading
import time

PROGRAM = FOLDER = ""
PERSON = {"resourceType": "Patient", "id": "1", "name": [{"text": "Ola Prøve"}],
          "generalPractitioner": [{"display": "Lege Legesen"}]}
WORDS = ("blodtrykk resept time svar prøve vondt hode rygg medisin legevakt henvisning attest uke natt "
         "dag lab kontroll vaksine feber hoste allergi puls søvn trening kosthold").split()
RARE = "jordbærallergi"


def store(name, data=None):
    """A fresh store with one person, on disk; returns its folder."""
    data = data or os.path.join(FOLDER, name)
    shutil.rmtree(data, ignore_errors=True)
    path = os.path.join(FOLDER, "person.json")
    with open(path, "w") as file:
        json.dump(PERSON, file)
    helseportal(data, "import", path)
    return data


def helseportal(data, *words, **options):
    done = subprocess.run([PROGRAM, "--data", data, *words], stdout=subprocess.PIPE,
                          stderr=subprocess.PIPE, **options)
    if done.returncode:
        sys.exit(f"{words}: status {done.returncode}: {done.stderr.decode()}")
    return done.stdout.decode()


def knows(command):
    if subprocess.run([PROGRAM, "help", command], capture_output=True).returncode == 0:
        return True
    print(f"{command}: this program does not know the command yet; left out")
    return False


def wall(command, **options):
    began = time.monotonic()
    done = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, **options)
    return time.monotonic() - began, done.returncode


def in_turn(runs, *measures):
    """Runs each measure in turn, once not counted; returns a list of times for each."""
    rows = [[measure() for measure in measures] for _ in range(runs + 1)][1:]
    return list(zip(*rows))


def ratio(a, b):
    """The ratio pair by pair: its median, with smallest and largest."""
    pairs = [x / y for x, y in zip(a, b)]
    return f"{statistics.median(pairs):.2f} ({min(pairs):.2f} to {max(pairs):.2f})"


def ms(times):
    return f"{statistics.median(times) * 1000:.1f} ms"


def journal(data):
    return glob.glob(os.path.join(data, "people", "*", "*", "*", "journal.jsonl"))[0]


# ---- durable append ----------------------------------------------------------------------------

PEER = r"""
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
/* peer FILE COUNT SIZE: one write and one fdatasync a line. */
int main(int count, char **words) {
  int file = open(words[1], O_WRONLY | O_CREAT | O_APPEND, 0600), size = atoi(words[3]);
  char *line = malloc(size);
  memset(line, 'x', size);
  line[size - 1] = '\n';
  for (int i = atoi(words[2]); i > 0; i--)
    if (write(file, line, size) != size || fdatasync(file) != 0) return 1;
  return count != 4;
}
"""


def bench_append(count=1000):
    source, peer = os.path.join(FOLDER, "peer.c"), os.path.join(FOLDER, "peer")
    with open(source, "w") as file:
        file.write(PEER)
    subprocess.run(["gcc", "-O2", "-o", peer, source], check=True)
    lines = os.path.join(FOLDER, "lines")
    with open(lines, "w") as file:
        file.writelines(body(random.Random(n), 600) + "\n" for n in range(count))
    template = store("append-empty")
    data = os.path.join(FOLDER, "append")
    size = []

    def send():
        shutil.rmtree(data, ignore_errors=True)
        shutil.copytree(template, data, symlinks=True)
        before = os.path.getsize(journal(data))
        with open(lines) as text:
            seconds, status = wall([PROGRAM, "--data", data, "send", "--stdin-lines"], stdin=text)
        if status:
            sys.exit(f"send: status {status}")
        size[:] = [(os.path.getsize(journal(data)) - before) // count]
        return seconds

    def write():
        path = os.path.join(os.path.dirname(journal(data)), "peer")
        return wall([peer, path, str(count), str(size[0])])[0]

    own, other = in_turn(7, send, write)
    print(f"append: {count} messages, {size[0]} bytes a line: {statistics.median(own) / count * 1e6:.0f} "
          f"µs each, a C program with one write and one fdatasync {statistics.median(other) / count * 1e6:.0f} "
          f"µs: ratio {ratio(own, other)} (aim: 1.3)")
    calls = [syscalls(template, data, n) for n in (10, 110)]
    per = {name: (calls[1].get(name, 0) - calls[0].get(name, 0)) / 100 for name in calls[1]}
    print("append: system calls a message: " + ", ".join(
        f"{name} {n:g}" for name, n in sorted(per.items(), key=lambda x: -x[1]) if n >= 0.05))


def syscalls(template, data, count):
    shutil.rmtree(data, ignore_errors=True)
    shutil.copytree(template, data, symlinks=True)
    log = os.path.join(FOLDER, "calls")
    subprocess.run(["strace", "-f", "-c", "-o", log, PROGRAM, "--data", data, "send", "--stdin-lines"],
                   input=b"Hei\n" * count, stdout=subprocess.DEVNULL, check=True)
    rows = (line.split() for line in open(log))
    return {row[-1]: int(row[3]) for row in rows
            if len(row) >= 5 and row[3].isdigit() and row[-1] != "total"}


def body(rnd, size):
    text = ""
    while len(text) < size:
        text += rnd.choice(WORDS) + " "
    return text[:size].rstrip()


# ---- messages ----------------------------------------------------------------------------------

made = {}


def mailbox(count):
    """A store with so many messages of 1 KB, made once. The first is sent; the others are lines like
    its own, chained as docs/store.md says, so that making them takes seconds whatever the program."""
    if count in made:
        return made[count]
    data = store(f"messages-{count}")
    texts = bodies(count)
    helseportal(data, "send", "--text", next(texts))
    rnd = random.Random(11)
    with open(journal(data), "rb") as file:
        last = file.read().splitlines()[-1].decode()
    head = json.loads(last)
    changes = last[last.index(',"changes":') + len(',"changes":'):-1]
    message, salt = head["touches"][0][1], head["changes"]["salt"]
    old = json.dumps(head["changes"]["put"][0]["content"]["text"], ensure_ascii=False)
    began = datetime.datetime.fromisoformat(head["at"].replace("Z", "+00:00"))
    sequence, previous = head["seq"], head["hash"]
    with open(journal(data), "ab") as file:
        for number, text in enumerate(texts, 1):
            sequence += 1
            at = began + datetime.timedelta(milliseconds=number)
            at = at.strftime("%Y-%m-%dT%H:%M:%S.") + f"{at.microsecond // 1000:03}Z"
            own = "".join(rnd.choice("0123456789abcdefghjkmnpqrstvwxyz") for _ in range(26))
            new = changes.replace(message, own).replace(salt, "%032x" % rnd.getrandbits(128))
            new = new.replace(head["at"], at).replace(old, json.dumps(text, ensure_ascii=False)).encode()
            line = (f'{{"seq":{sequence},"prev":"{previous}","at":"{at}","by":"{head["by"]}",'
                    f'"for":"{head["for"]}","basis":"{head["basis"]}","touches":[["message","{own}",1]],'
                    f'"size":{len(new)},"sum":"{hashlib.sha256(new).hexdigest()}"').encode()
            previous = hashlib.sha256(line).hexdigest()
            file.write(line + f',"hash":"{previous}","changes":'.encode() + new + b"}\n")
    # Checked, or nothing that is measured on it would mean anything.
    helseportal(data, "verify")
    # The first opening may build an index; it is not what is measured.
    helseportal(data, "show", "overview")
    print(f"messages: {count} made, journal {os.path.getsize(journal(data)) / 1e6:.1f} MB", flush=True)
    made[count] = data
    return data


def bodies(count):
    rnd = random.Random(7)
    for number in range(count):
        text = f"Melding {number}: " + body(rnd, 1000)
        yield text + " " + RARE if number % max(1, count // 5) == count // 10 else text


class Terminal:
    """A program in a pty of 80x24; times its answers to the last byte."""

    def __init__(self, command, environment=None):
        self.began = time.monotonic()
        self.pid, self.file = pty.fork()
        if self.pid == 0:
            os.environ.update({"TERM": "xterm-256color", "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8",
                               **(environment or {})})
            time.sleep(0.05)
            os.execvp(command[0], command)
        self.began += 0.05
        fcntl.ioctl(self.file, termios.TIOCSWINSZ, struct.pack("4H", 24, 80, 0, 0))

    def answer(self, wanted="", limit=120, quiet=0.15, at_least=1):
        """Seconds from the last key (or the start) to the last byte, after `wanted` has been seen."""
        text, last = b"", None
        while time.monotonic() - self.began < limit:
            if not select.select([self.file], [], [], quiet)[0]:
                plain = re.sub(rb"\x1b\[[0-?]*[ -/]*[@-~]|\x1b[()].|\x1b[=>78]", b"", text)
                if len(plain) >= at_least and wanted.encode() in plain:
                    return last - self.began
                continue
            try:
                part = os.read(self.file, 65536)
            except OSError:
                break
            text, last = text + part, time.monotonic()
        return float("nan")

    def press(self, keys):
        self.began = time.monotonic()
        os.write(self.file, keys.encode())

    def peak(self):
        with open(f"/proc/{self.pid}/status") as file:
            return int(re.search(r"VmHWM:\s+(\d+)", file.read())[1]) / 1024

    def close(self):
        try:
            os.kill(self.pid, signal.SIGKILL)
        except ProcessLookupError:
            pass
        os.waitpid(self.pid, 0)
        os.close(self.file)


def first_page(data):
    """Seconds from the start to the first page, and from Enter to the messages; peak MB."""
    terminal = Terminal([PROGRAM, "--data", data, "--language", "nb"])
    try:
        overview = terminal.answer("Ola Pr")
        terminal.press("\r")
        page = terminal.answer(at_least=200)
        return overview, page, terminal.peak()
    finally:
        terminal.close()


def bench_messages():
    sizes = (100, 100_000)
    data = [mailbox(size) for size in sizes]
    pages = [[], []]
    for turn in range(6):
        for index in (0, 1):
            row = first_page(data[index])
            if turn:
                pages[index].append(row)
    own = [[a + b for a, b, _ in rows] for rows in pages]
    print(f"messages: terminal, start to the list's first page: {sizes[0]}: {ms(own[0])}, {sizes[1]}: "
          f"{ms(own[1])} (aim: 60 ms); ratio {ratio(own[1], own[0])} (aim: 2); peak memory "
          f"{max(row[2] for row in pages[1]):.1f} MB (aim: 48)")
    print(f"messages: of that Enter to the list: {ms([r[1] for r in pages[0]])}, {ms([r[1] for r in pages[1]])}")

    def show(index):
        command = f"'{PROGRAM}' --data '{data[index]}' show messages | head -40"
        return lambda: wall(["sh", "-c", command])[0]
    small, large = in_turn(5, show(0), show(1))
    done = subprocess.run(["/usr/bin/time", "-f", "%M", PROGRAM, "--data", data[1], "show", "messages"],
                          stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    print(f"messages: show messages | head -40: {ms(small)}, {ms(large)}; ratio {ratio(large, small)} "
          f"(aim: 2); peak memory of the whole list {int(done.stderr.split()[-1]) / 1024:.1f} MB")
    if shutil.which("neomutt"):
        bench_neomutt(sizes[1])
    else:
        print("messages: no neomutt: not compared")


def bench_neomutt(count):
    mbox, maildir = os.path.join(FOLDER, "mbox"), os.path.join(FOLDER, "maildir")
    shutil.rmtree(maildir, ignore_errors=True)
    for name in ("cur", "new", "tmp"):
        os.makedirs(os.path.join(maildir, name))
    with open(mbox, "w") as file:
        for number, text in enumerate(bodies(count)):
            stamp = time.gmtime(1_600_000_000 + number * 60)
            head = (f"From: Ola <ola@example.org>\nTo: Lege <lege@example.org>\nSubject: Melding {number}\n"
                    f"Date: {time.strftime('%a, %d %b %Y %H:%M:%S +0000', stamp)}\n"
                    f"Message-ID: <{number}@example.org>\n"
                    "MIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\n")
            file.write(f"From ola@example.org {time.asctime(stamp)}\n{head}{text}\n\n")
            with open(os.path.join(maildir, "cur", f"{1_600_000_000 + number}.{number}.host:2,S"), "w") as one:
                one.write(head + text + "\n")
    settings = os.path.join(FOLDER, "neomuttrc")
    with open(settings, "w") as file:
        file.write(f'set header_cache="{os.path.join(os.path.abspath(FOLDER), "headers")}"\n'
                   f'set folder="{os.path.abspath(FOLDER)}"\nset sort=reverse-date\n')
    for name, path, runs in (("mbox", mbox, 3), ("maildir with a header cache", maildir, 3)):
        rows = []
        for turn in range(runs + 1):
            terminal = Terminal(["neomutt", "-n", "-F", settings, "-R", "-f", path],
                                {"HOME": os.path.abspath(FOLDER)})
            seconds = terminal.answer(f"Melding {count - 1}", quiet=0.5)
            if turn:                       # the first fills the cache
                rows.append((seconds, terminal.peak()))
            terminal.close()
        print(f"messages: neomutt, {count} as {name}: {ms([row[0] for row in rows])}, "
              f"{max(row[1] for row in rows):.0f} MB")


# ---- search ------------------------------------------------------------------------------------

def bench_search(count=100_000):
    if not knows("search"):
        return
    data = mailbox(count)
    person = helseportal(data, "people").split()[0]
    helseportal(data, "search", RARE, "--person", person)
    if not shutil.which("rg"):
        print("search: no rg: not compared")
        return
    own, other = in_turn(
        9, lambda: wall([PROGRAM, "--data", data, "search", RARE, "--person", person])[0],
        lambda: wall(["rg", RARE, journal(data)])[0])
    print(f"search: a word in {count} bodies: {ms(own)}, rg over the journal {ms(other)}: ratio "
          f"{ratio(own, other)} (aim: 2)")
    terminal = Terminal([PROGRAM, "--data", data, "--language", "nb"])
    terminal.answer("Ola Pr")
    terminal.press("/")
    if terminal.answer(limit=2) != terminal.answer(limit=0):
        rows = []
        for letter in RARE[:8]:
            terminal.press(letter)
            rows.append(terminal.answer(limit=10))
        rows = [row for row in rows if row == row]
        print(f"search: the next letter in the terminal: {ms(rows)}, slowest {max(rows) * 1000:.1f} ms "
              "(aim: 30 ms)" if rows else "search: the terminal did not answer")
    terminal.close()


# ---- population --------------------------------------------------------------------------------

def number(index):
    """A synthetic birth number (month raised by 80) that fits its check digits; None if it cannot."""
    day, month, year, rest = index % 28 + 1, index // 28 % 12 + 81, index // 336 % 100, index // 33600
    digits = [int(c) for c in f"{day:02}{month:02}{year:02}{rest:03}"]
    for weights in ([3, 7, 6, 1, 8, 9, 4, 5, 2], [5, 4, 3, 2, 7, 6, 5, 4, 3, 2]):
        check = -sum(a * b for a, b in zip(digits, weights)) % 11
        if check == 10:
            return None
        digits.append(check)
    return "".join(map(str, digits))


def people(count):
    index = made_so_far = 0
    while made_so_far < count:
        text = number(index)
        index += 1
        if text:
            made_so_far += 1
            yield text


def populate(data, count, part=500):
    """Imports so many people from files of `part` each, two processes at a time."""
    shutil.rmtree(data, ignore_errors=True)
    numbers, files = list(people(count)), []
    folder = os.path.join(FOLDER, "people")
    shutil.rmtree(folder, ignore_errors=True)
    os.makedirs(folder)
    for start in range(0, count, part):
        path = os.path.join(folder, f"{start}.ndjson")
        with open(path, "w") as file:
            for text in numbers[start:start + part]:
                file.write(json.dumps({
                    "resourceType": "Patient", "id": text, "name": [{"text": f"Person {text}"}],
                    "identifier": [{"system": "urn:oid:2.16.578.1.12.4.1.4.1", "value": text}],
                    "generalPractitioner": [{"display": "Lege Legesen"}]}) + "\n")
        files.append(path)
    helseportal(data, "import", files.pop(0))
    began = time.monotonic()
    workers = []
    for half in (files[0::2], files[1::2]):
        def work(mine=half):
            for start in range(0, len(mine), 20):
                helseportal(data, "import", *mine[start:start + 20])
        workers.append(threading.Thread(target=work))
        workers[-1].start()
    for worker in workers:
        worker.join()
    return numbers, time.monotonic() - began


def in_memory(count):
    """A folder in memory where so many people have room (30 KB each), else None."""
    try:
        free = os.statvfs("/dev/shm")
    except OSError:
        return None
    return tempfile.mkdtemp(prefix="helseportal-bench-", dir="/dev/shm") \
        if min(free.f_bavail * free.f_frsize, available()) > count * 30_000 \
        and free.f_favail > count * 12 else None


def available():
    with open("/proc/meminfo") as file:
        return int(re.search(r"MemAvailable: +(\d+)", file.read())[1]) * 1024


def build(large, count):
    """The store with so many people, on disk. Many are imported in memory and copied: each person's
    syncs take the disk some milliseconds, and nothing of what is measured afterwards depends on them."""
    memory = in_memory(count) if count > 5000 else None
    if memory is None:
        return *populate(large, count), "on disk"
    try:
        many, seconds = populate(os.path.join(memory, "country"), count)
        print(f"population: {count} people imported in memory in {seconds:.0f} s; copying", flush=True)
        shutil.rmtree(large, ignore_errors=True)
        began = time.monotonic()
        subprocess.run(["cp", "-a", os.path.join(memory, "country"), large], check=True)
        subprocess.run(["sync", "-f", large], check=True)
        print(f"population: copied to disk in {time.monotonic() - began:.0f} s", flush=True)
    finally:
        shutil.rmtree(memory, ignore_errors=True)
    return many, seconds, "in memory"


def bench_population(count):
    began = time.monotonic()
    small, large = os.path.join(FOLDER, "ten"), os.path.join(FOLDER, "country")
    few, _ = populate(small, 10)
    many, seconds, where = build(large, count)
    print(f"population: {count} people imported {where} in {seconds:.0f} s, "
          f"{count / max(seconds, 0.001):.0f} a second", flush=True)
    rnd = random.Random(3)
    ids = {small: [line.split("/")[-2] for line in glob.glob(small + "/people/*/*/*/journal.jsonl")]}
    branches = os.listdir(large + "/people")
    ids[large] = []
    while len(ids[large]) < 200:
        a = rnd.choice(branches)
        b = rnd.choice(os.listdir(f"{large}/people/{a}"))
        ids[large].append(rnd.choice(os.listdir(f"{large}/people/{a}/{b}")))

    def opening(data, choices):
        def once():
            seconds, status = wall([PROGRAM, "--data", data, "show", "overview", "--person", rnd.choice(choices)])
            if status:
                sys.exit(f"show overview: status {status}")
            return seconds
        return once
    for name, choice in (("id", ids), ("national number", {small: few, large: many})):
        ten, all_ = in_turn(100, opening(small, choice[small]), opening(large, choice[large]))
        again, _ = in_turn(100, opening(small, choice[small]), lambda: 0)
        print(f"population: opening one by {name}: of 10 {ms(ten)}, of {count} {ms(all_)}: ratio of the "
              f"medians {statistics.median(all_) / statistics.median(ten):.2f}, where ten against ten gives "
              f"{statistics.median(again) / statistics.median(ten):.2f} (aim: the same within noise)")
    largest, file = (0, ""), (0, "")
    for folder, names, files in os.walk(large):
        largest = max(largest, (len(names) + len(files), folder))
        # What is the person's own grows with the person; their name says whose it is.
        for name in files:
            path = os.path.join(folder, name)
            file = max(file, (os.path.getsize(path), path))
    print(f"population: the largest directory has {largest[0]} entries: {os.path.relpath(largest[1], large)}; "
          f"the largest file {file[0]} bytes: {os.path.relpath(file[1], large)}")
    print(f"population: all of this took {time.monotonic() - began:.0f} s")


# ---- writers -----------------------------------------------------------------------------------

def bench_writers(writers=8, each=1000):
    data = store("writers")
    before = sum(1 for _ in open(journal(data)))
    waits, failures = [], []

    def write(index):
        process = subprocess.Popen([PROGRAM, "--data", data, "send", "--stdin-lines", "--receipts"],
                                   stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        feeder = threading.Thread(target=lambda: (
            process.stdin.write(b"Hei fra en av flere\n" * each), process.stdin.close()))
        feeder.start()
        tried = None
        for line in process.stdout:
            now = time.monotonic()
            if line.startswith(b"TRY"):
                tried = now
            elif line.startswith(b"ACK"):
                waits.append(now - tried)
        feeder.join()
        if process.wait():
            failures.append(process.returncode)

    began = time.monotonic()
    threads = [threading.Thread(target=write, args=(n,)) for n in range(writers)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    seconds = time.monotonic() - began
    lines = sum(1 for _ in open(journal(data))) - before
    sound = subprocess.run([PROGRAM, "--data", data, "verify"], capture_output=True).returncode == 0
    waits.sort()
    print(f"writers: {writers} x {each} on one journal: {len(waits)} acknowledged, {lines} lines, "
          f"{'one chain' if sound else 'NOT SOUND'}, {len(failures)} writers failed {failures or ''}, "
          f"{seconds:.1f} s, {len(waits) / seconds:.0f} a second; wait p50 {waits[len(waits) // 2] * 1000:.1f} ms, "
          f"p99 {waits[int(len(waits) * 0.99)] * 1000:.1f} ms, longest {waits[-1] * 1000:.0f} ms (aim: p99 100 ms)")
    return sound and lines == writers * each
