"""The measurements of scripts/bench: each line names what it measures and how."""

import json
import os
import random
import shutil
import signal
import statistics
import subprocess
import sys

import bench_store

PROGRAM, FOLDER, HARNESS, POPULATION = os.path.abspath(sys.argv[1]), *sys.argv[2:5]
SECTIONS = sys.argv[5:]
NAMES = ["Hemoglobin", "Kalium", "Natrium", "Kreatinin", "Glukose", "HbA1c", "CRP", "TSH"]


def synthea_style(path, megabytes):
    """An invented transaction Bundle in the shape that Synthea writes: indented by two blanks."""
    rnd = random.Random(1)
    uuid = lambda: "%08x-0000-4000-8000-%012x" % (rnd.getrandbits(32), rnd.getrandbits(48))
    patient = "urn:uuid:" + uuid()
    entries = [{"fullUrl": patient, "resource": {
        "resourceType": "Patient", "id": patient[9:], "name": [{"family": "Prøve", "given": ["Ola"]}],
        "birthDate": "1961-02-03"}, "request": {"method": "POST", "url": "Patient"}}]
    size = 0
    while size < megabytes * 1e6:
        # As in Synthea's files: two in five are observations, about as many are bills.
        make = rnd.choices([observation, bill, encounter], [40, 38, 22])[0]
        url = "urn:uuid:" + uuid()
        resource = make(rnd, patient, "urn:uuid:" + uuid())
        entry = {"fullUrl": url, "resource": {"resourceType": resource.pop("resourceType"),
                                              "id": url[9:], **resource},
                 "request": {"method": "POST", "url": "Resource"}}
        entries.append(entry)
        size += len(json.dumps(entry, indent=2)) * 1.25
    with open(path, "w") as file:
        json.dump({"resourceType": "Bundle", "type": "transaction", "entry": entries}, file, indent=2,
                  ensure_ascii=False)


def observation(rnd, patient, encounter):
    name = rnd.choice(NAMES)
    return {"resourceType": "Observation", "status": "final",
            "category": [{"coding": [{
                "system": "http://terminology.hl7.org/CodeSystem/observation-category",
                "code": "laboratory", "display": "laboratory"}]}],
            "code": {"coding": [{"system": "http://loinc.org", "display": name, "code": "%d-%d" % (
                rnd.randrange(100, 9999), rnd.randrange(10))}], "text": name},
            "subject": {"reference": patient}, "encounter": {"reference": encounter},
            "effectiveDateTime": day(rnd), "issued": day(rnd),
            "valueQuantity": {"value": round(rnd.uniform(1, 100), 4), "unit": "mmol/L",
                              "system": "http://unitsofmeasure.org", "code": "mmol/L"}}


def bill(rnd, patient, encounter):
    return {"resourceType": "Claim", "status": "active", "use": "claim",
            "type": {"coding": [{"system": "http://terminology.hl7.org/CodeSystem/claim-type",
                                 "code": "institutional"}]},
            "patient": {"reference": patient}, "created": day(rnd),
            "billablePeriod": {"start": day(rnd), "end": day(rnd)},
            "insurance": [{"sequence": 1, "focal": True, "coverage": {"display": "Invented"}}],
            "item": [{"sequence": n, "encounter": [{"reference": encounter}],
                      "productOrService": {"coding": [{"system": "http://snomed.info/sct",
                                                       "code": str(rnd.randrange(10**8)),
                                                       "display": "Encounter for check up"}],
                                           "text": "Encounter for check up"},
                      "net": {"value": round(rnd.uniform(1, 900), 2), "currency": "NOK"}}
                     for n in range(1, rnd.randrange(2, 6))]}


def encounter(rnd, patient, other):
    return {"resourceType": "Encounter", "status": "finished",
            "class": {"system": "http://terminology.hl7.org/CodeSystem/v3-ActCode", "code": "AMB"},
            "type": [{"coding": [{"system": "http://snomed.info/sct", "code": "162673000",
                                  "display": "General examination of patient"}]}],
            "subject": {"reference": patient}, "period": {"start": day(rnd), "end": day(rnd)}}


def day(rnd):
    return "20%02d-%02d-%02dT08:15:00.123+01:00" % (
        rnd.randrange(10, 26), rnd.randrange(1, 13), rnd.randrange(1, 28))


def run(*words):
    """Wall and CPU seconds and peak MB of one run of the program, by GNU time: a fork of this
    process would count with its own memory."""
    done = subprocess.run(["/usr/bin/time", "-f", "%e %U %S %M", PROGRAM, *words],
                          stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    if done.returncode:
        sys.exit(f"{words}: {done.stderr}")
    wall, user, system, peak = map(float, done.stderr.split()[-4:])
    return wall, user + system, peak / 1024


def bench_import(path):
    size = os.path.getsize(path) / 1e6
    rows = []
    for _ in range(5):
        data = os.path.join(FOLDER, "data")
        shutil.rmtree(data, ignore_errors=True)
        rows.append(run("import", path, "--data", data))
    wall, cpu, peak = (statistics.median(x) for x in zip(*rows))
    print(f"import {os.path.basename(path)}: {size:.1f} MB, {size / wall:.0f} MB/s "
          f"({size / cpu:.0f} MB/s of CPU), peak {peak:.0f} MB = {peak / size:.1f} times the file "
          f"(aim: 25 MB/s, 6 times)")
    base = run("--version")[2]
    print(f"  of that {base:.0f} MB are the program itself")


def bench_terminal():
    folder = os.path.join(FOLDER, "files")
    os.makedirs(folder, exist_ok=True)
    for index in range(500):
        with open(os.path.join(folder, f"file{index}"), "w") as file:
            file.write("x" * index)
    spec = {"defaults": {"size": [80, 24], "runs": 15, "quiet": 0.05}, "peers": [
        {"name": "helseportal demo", "cmd": [PROGRAM, "demo"], "ready": "DEMO", "tests": ["start"]},
        {"name": "tig", "cmd": ["tig"], "ready": "re:20\\d\\d-", "tests": ["start"]},
        {"name": "ncdu", "cmd": ["ncdu", folder], "ready": "file499", "tests": ["start"]},
        {"name": "ten years of results", "cmd": [PROGRAM, "demo", "--as", DIABETIC],
         "ready": "DEMO", "setup": RESULTS, "keys": ["Down", "PageDown"], "quit": ["q"],
         "flood": {"key": "Down", "n": 100}, "tests": ["keys", "flood", "idle", "exit"]}]}
    with open(os.path.join(FOLDER, "spec.json"), "w") as file:
        json.dump(spec, file)
    out = os.path.join(FOLDER, "out.json")
    subprocess.run([sys.executable, HARNESS, "suite", os.path.join(FOLDER, "spec.json"), "-o", out],
                   check=True)
    with open(out) as file:
        peers = json.load(file)["peers"]
    start = {name: peers[name]["start"]["ready_ms"]["median"] for name in
             ("helseportal demo", "tig", "ncdu")}
    own = start["helseportal demo"]
    print(f"start to the whole first page: {own:.1f} ms; tig {start['tig']:.1f} ms, "
          f"ncdu {start['ncdu']:.1f} ms: {own / start['tig']:.2f} times tig, "
          f"{own / start['ncdu']:.2f} times ncdu (aim: below 1, below 3)")
    print(f"peak memory of the demonstration: "
          f"{peers['helseportal demo']['start']['rss_peak_kb']['median'] / 1024:.1f} MB (aim: 20)")
    record = peers["ten years of results"]
    for key in ("Down", "PageDown"):
        row = record["keys"][key]
        print(f"{key} in ten years of results: {row['last_ms']['median']:.2f} ms, "
              f"p95 {row['last_ms']['p95']:.2f} ms, {row['bytes']['median']:.0f} bytes (aim: 2 ms)")
    print(f"100 times Down at once: {record['flood']['settled_ms']['median']:.1f} ms")
    print(f"idle: {record['idle']['wakeups_per_s']} wake-ups a second (aim: 0)")
    print(f"end: {record['exit']['ms']['median']:.1f} ms, terminal restored: "
          f"{record['exit']['restored']}")


# Arvid, whose record holds ten years of blood samples; the second section is the results.
DIABETIC = "21866124962"
RESULTS = ["Home"] + ["Down"] * 7 + ["Enter"]


def bench_imports():
    path = os.path.join(FOLDER, "synthea-style.json")
    if not os.path.exists(path):
        synthea_style(path, 25)
    bench_import(path)
    shared = os.path.join("..", "shared", "data", "fhir", "synthea", "synthea-1.7MB.json")
    if os.path.exists(shared):
        bench_import(shared)


# Ended by a signal, it takes its stores away as well.
signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
stores = os.path.join(FOLDER, "stores")
shutil.rmtree(stores, ignore_errors=True)
os.makedirs(stores)
bench_store.PROGRAM, bench_store.FOLDER = PROGRAM, stores
try:
    for section in SECTIONS:
        match section:
            case "import": bench_imports()
            case "terminal" if HARNESS: bench_terminal()
            case "terminal": print("terminal: no terminal harness; left out")
            case "append": bench_store.bench_append()
            case "messages": bench_store.bench_messages()
            case "search": bench_store.bench_search()
            case "writers": bench_store.bench_writers()
            case "population": bench_store.bench_population(int(POPULATION))
        sys.stdout.flush()
finally:
    shutil.rmtree(stores, ignore_errors=True)
