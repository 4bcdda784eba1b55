#!/usr/bin/env python3
"""How long, and how much memory, it takes to refuse each file that is made to harm.

    PROPOS_HOSTILE_DIR=/tmp/hostile cargo test --test integration hostile_
    python3 benches/hostile.py /tmp/hostile target/release/propos

Each line: the file, the exit code, wall seconds, peak MiB, the first line told.
"""
import os, pathlib, subprocess, sys, tempfile, time

folder, program = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve()
worst = [0.0, 0.0]
with tempfile.TemporaryDirectory() as study:
    subprocess.run([program, "init"], cwd=study, check=True, capture_output=True)
    for file in sorted(folder.iterdir()):
        with tempfile.TemporaryFile() as told:
            began = time.perf_counter()
            child = subprocess.Popen([program, "import", file], cwd=study, stdout=told, stderr=told)
            _, status, used = os.wait4(child.pid, 0)
            wall, peak = time.perf_counter() - began, used.ru_maxrss / 1024
            told.seek(0)
            line = told.read().decode(errors="replace").strip().split("\n")[0]
        worst = [max(worst[0], wall), max(worst[1], peak)]
        print(f"{file.name:24} {os.waitstatus_to_exitcode(status)} {wall:6.3f} s {peak:6.1f} MiB  {line[-110:]}")
print(f"worst: {worst[0]:.3f} s, {worst[1]:.1f} MiB")
