#!/usr/bin/env bash
# Starts the desk as a newcomer would, asks it one thing over HTTP and one on the command line, and stops it with Ctrl-C.
set -euo pipefail
cd "$(dirname -- "${BASH_SOURCE[0]}")/.."

data=$(mktemp -d)
trap 'rm -rf "$data"' EXIT

./desk ask --json 多久能收到答复 | grep -q '"kind":"answer"'

DESK_DATA=$data ./desk serve --port 0 >"$data/out" 2>"$data/err" &
desk=$!
for _ in $(seq 300); do
  address=$(grep -o 'http://[^ （(]*' "$data/out" | head -1 || true)
  [ -n "$address" ] && break
  kill -0 "$desk" || { cat "$data/out" "$data/err"; exit 1; }
  sleep 0.2
done
# Read to its end before it is looked through: who stops reading early makes curl fail.
answer=$(curl --fail --silent --show-error --header 'content-type: application/json' \
  --data '{"id":"smoke-1","text":"多久能收到答复"}' "${address%/}/api/chat/smoke-test/messages")
grep -q '20个工作日' <<<"$answer"
for page in '' desk/ open/; do
  shown=$(curl --fail --silent --show-error --location "${address%/}/$page")
  grep -qi '<!doctype html>' <<<"$shown"
done
kill -INT "$desk"
wait "$desk"
echo 'smoke: started, answered, drained'
