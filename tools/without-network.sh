#!/usr/bin/env bash
# Runs a command where there is no network but loopback, and fails when anything in it tried to reach further: a packet
# for which there is no route is counted by the kernel, whoever sent it. Ends with the command's own failure, or 1.
set -euo pipefail

if [ "${WITHIN_NAMESPACE:-}" != yes ]; then
  if ! unshare --map-root-user --net true 2>/dev/null; then
    echo 'without-network: this machine lets nobody make a network namespace (user namespaces are off).' >&2
    exit 1
  fi
  WITHIN_NAMESPACE=yes exec unshare --map-root-user --net -- "$0" "$@"
fi

unset WITHIN_NAMESPACE
ip link set lo up

# Packets of both protocols that had nowhere to go.
count_lost() {
  awk '/^Ip:/ && !seen++ { for (i = 1; i <= NF; i++) if ($i == "OutNoRoutes") at = i; next } /^Ip:/ { print $at }' /proc/net/snmp
  awk '$1 == "Ip6OutNoRoutes" { print $2 }' /proc/net/snmp6
}
sum_lost() { count_lost | awk '{ sum += $1 } END { print sum + 0 }'; }

before=$(sum_lost)
"$@"
after=$(sum_lost)

# The counter counts: what tries to go out is seen.
(exec 3<>/dev/tcp/192.0.2.1/80) 2>/dev/null || true
[ "$(sum_lost)" -gt "$after" ] || { echo 'without-network: the kernel does not count packets without a route here.' >&2; exit 1; }
[ "$after" -eq "$before" ] || { echo "without-network: $((after - before)) attempts to reach the world outside." >&2; exit 1; }
echo 'without-network: nothing tried to reach the world outside'
