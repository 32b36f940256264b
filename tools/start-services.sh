#!/usr/bin/env bash
# Starts the PostgreSQL and Redis that tests use, where they are installed and do not run yet, and prints what a shell
# exports to reach them. What cannot be had is said on stderr and ends this with 1: a gate that skips tests proves nothing.
set -uo pipefail

POSTGRES_PORT=5432
REDIS_PORT=6379

answers() { (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

wait_for() {
  for _ in $(seq 150); do
    answers "$1" && return 0
    sleep 0.1
  done
  return 1
}

# The newest cluster of Debian's own tool.
start_postgres() {
  command -v pg_ctlcluster >/dev/null || return 1
  local version
  version=$(pg_lsclusters --no-header | awk '$2 == "main" { print $1 }' | sort -n | tail -1)
  [ -n "$version" ] || return 1
  # Started here and now, whatever init system there is or is not.
  pg_ctlcluster --skip-systemctl-redirect "$version" main start >&2
}

start_redis() {
  command -v redis-server >/dev/null || return 1
  redis-server --daemonize yes --bind 127.0.0.1 --port "$REDIS_PORT" --save '' --appendonly no >/dev/null
}

# offer NAME PORT VARIABLE URL: unless the variable says where it is, starts it where need be and prints where it is.
offer() {
  [ -n "${!3:-}" ] && return
  if answers "$2" || { "start_$1" && wait_for "$2"; }; then
    printf 'export %s=%s\n' "$3" "$4"
  else
    printf '%s does not run here and could not be started. Install it, or say in %s where one runs.\n' "$1" "$3" >&2
    missing=1
  fi
}

missing=0
offer postgres "$POSTGRES_PORT" DESK_TEST_POSTGRES_URL "postgres://postgres@127.0.0.1:$POSTGRES_PORT/postgres"
offer redis "$REDIS_PORT" DESK_TEST_REDIS_URL "redis://127.0.0.1:$REDIS_PORT"
exit "$missing"
