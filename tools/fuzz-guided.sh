#!/usr/bin/env bash
# The parsers of fuzz-parsers.ts under the coverage-guided fuzzer jazzer.js, by hand; it is no dependency of the desk, and
# its binaries want glibc 2.38 or later. tools/fuzz-guided.sh CORPUS [SECONDS]
# CORPUS: a folder for what it finds; seeds from tests/fixtures are added. Ends with another status than 0 when a parser threw.
set -euo pipefail
root=$(CDPATH='' cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd -P)
mkdir -p "${1:?a folder for the corpus}"
corpus=$(CDPATH='' cd -- "$1" && pwd -P)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

node "$root/tools/write-fuzz-seeds.ts" "$root/tests/fixtures" "$corpus"
# It looks into JavaScript, not into what node takes the types out of.
cp -r "$root"/{src,adapters,tools,messages,knowledge,package.json,tsconfig.json} "$work"
ln -s "$root/node_modules" "$work/node_modules"
cat >"$work/tsconfig.fuzz.json" <<'JSON'
{
  "extends": "./tsconfig.json",
  "compilerOptions": { "noEmit": false, "noCheck": true, "rewriteRelativeImportExtensions": true },
  "include": [],
  "files": ["tools/fuzz-parsers.ts"]
}
JSON
(cd "$work" && node node_modules/typescript/bin/tsc -p tsconfig.fuzz.json)
mkdir "$work/jazzer"
npm install --loglevel=error --no-fund --no-audit --no-save --prefix "$work/jazzer" @jazzer.js/core@4.0.0
cd "$work"
jazzer/node_modules/.bin/jazzer tools/fuzz-parsers.js "$corpus" -- -max_total_time="${2:-600}" -timeout=60 -rss_limit_mb=4000
