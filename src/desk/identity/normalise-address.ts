import { isIPv6 } from 'node:net';
import ipaddr from 'ipaddr.js';

/** Bits of an IPv6 address one customer is given whole: whoever has it has 2⁶⁴ addresses to come from. */
const V6_NETWORK = 64;

/** An address as limits count it: IPv4 however it is written, IPv6 by its network. */
export function normaliseAddress(address: string): string {
  if (!ipaddr.isValid(address)) return 'unknown';
  const plain = ipaddr.process(address);
  if (!(plain instanceof ipaddr.IPv6)) return plain.toString();
  const network = ipaddr.IPv6.networkAddressFromCIDR(`${plain.toNormalizedString()}/${V6_NETWORK}`);
  return isIPv6(network.toString()) ? `${network.toString()}/${V6_NETWORK}` : 'unknown';
}
