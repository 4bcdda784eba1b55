#!/usr/bin/env bash
# Measures what docs/PERFORMANCE.md says, on inputs that it makes first if they are not there.
#
#   cargo build --release && bash benches/measure.sh /tmp/propos-bench
#
# Each line: the question, then the median of the runs: CPU seconds (user + system), wall seconds,
# peak MiB. Needs python3. Makes about 700 MB under the folder named.
set -euo pipefail
cd "$(dirname "$0")/.."
work=${1:?the folder to work in}
propos=${PROPOS:-$PWD/target/release/propos}
here=$PWD
mkdir -p "$work"

if [ ! -d "$work/interviews/transcripts" ]; then
  python3 benches/make_corpus.py "$work/interviews" --docs 1000 --words 8000 --codings 150
  cp study.toml "$work/interviews/"
  python3 benches/make_casework.py "$work/casework" --rows 1000000
  cp study.toml "$work/casework/"
  mkdir -p "$work/bundled"
  cp -r study.toml transcripts codebook codings questionnaire administrative "$work/bundled/"
fi

# measure QUESTION RUNS COMMAND...: `before`, a function, runs before each run and is not counted.
before() { :; }
measure() {
  local question=$1 runs=$2 times
  shift 2
  times=$(mktemp)
  for _ in $(seq "$runs"); do
    before
    python3 - "$times" "$@" <<'PYTHON'
import os, subprocess, sys, time
began = time.perf_counter()
null = subprocess.DEVNULL
child = subprocess.Popen(sys.argv[2:], stdin=null, stdout=null, stderr=null)
_, _, used = os.wait4(child.pid, 0)
wall = time.perf_counter() - began
with open(sys.argv[1], "a") as out:
    print(used.ru_utime + used.ru_stime, wall, used.ru_maxrss, file=out)
PYTHON
  done
  python3 - "$question" "$times" <<'PYTHON'
import statistics, sys
rows = [[float(cell) for cell in line.split()] for line in open(sys.argv[2])]
cpu, wall = (statistics.median(row[column] for row in rows) for column in (0, 1))
peak = max(row[2] for row in rows) / 1024
print(f"{sys.argv[1]:52} cpu {cpu:7.3f} s   wall {wall:7.3f} s   peak {peak:4.0f} MiB", flush=True)
PYTHON
  rm "$times"
}

cd "$work/interviews"
before() { rm -rf .propos; }
measure "import, 1,000 interviews, 150,000 codings" 3 "$propos" import
before() { rm -rf .propos/index; }
measure "index (with a first search)" 3 "$propos" search --count honte
before() { :; }
for query in honte le '"c’était l’angoisse"' '"guichet fermé"~5' 'suspend*' 'honta~1' 'honte code:Honte' 'code:Non-recours' 'honte event:séparation'; do
  measure "search $query" 9 "$propos" search --limit 50 "$query"
done
measure "all passages of the most frequent code" 5 "$propos" codings --code Non-recours --json
measure "code × code" 5 "$propos" matrix codes
measure "start-up: --help" 9 "$propos" --help
measure "start-up: history" 9 "$propos" history

measure "export as a project (QDPX)" 3 "$propos" export --qdpx "$work/whole.qdpx"
mkdir -p "$work/into" && cd "$work/into"
before() { find . -mindepth 1 -delete; "$propos" init >/dev/null; }
measure "import that project into an empty study" 3 "$propos" import "$work/whole.qdpx"

cd "$work/casework"
before() { rm -rf .propos; }
measure "import, 1,000,000 interventions and their families" 3 "$propos" import
before() { :; }
measure "indicators" 3 "$propos" indicators

cd "$work/bundled"
before() { rm -rf .propos output; }
measure "build, the study of this repository" 3 "$propos" build
before() { :; }
measure "build again" 3 "$propos" build
measure "export as a project (QDPX), 12 interviews" 9 "$propos" export --qdpx "$work/bundled.qdpx"
mkdir -p "$work/into-bundled" && cd "$work/into-bundled"
before() { find . -mindepth 1 -delete; "$propos" init >/dev/null; }
measure "import that project into an empty study" 9 "$propos" import "$work/bundled.qdpx"
cd "$here"
