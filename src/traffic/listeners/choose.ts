import { heldBy } from '../scope/addresses.ts';
import type { WireRequest } from '../request.ts';
import type { Chain, Listener } from './listener.ts';

type Bytes = Extract<Chain, { kind: 'bytes' }>;

const asksNothing = (chain: Chain): boolean =>
  chain.kind === 'bytes' && chain.prefix === null && chain.sni === null;

/**
 * The chain that Envoy takes for a connection; undefined for the listener's default. It decides step by step and never goes
 * back: the longest range that holds the address, then the name asked for, then whether it is plaintext HTTP.
 * https://www.envoyproxy.io/docs/envoy/latest/api-v3/config/listener/v3/listener_components.proto#config-listener-v3-filterchainmatch
 */
export function chooseChain(
  { chains }: Listener,
  { bytes, sni }: WireRequest,
  address: string,
): Chain | undefined {
  const matchAll = chains.find(asksNothing);
  const asking = chains.filter((chain) => !asksNothing(chain));
  const named = bySni(byAddress(asking, address), bytes === 'tls' ? sni : null);
  if (bytes === 'http') {
    const http = named.find((chain) => chain.kind === 'http');
    if (http) return http;
  }
  // HTTP chains want plaintext: bytes that are no HTTP, in a branch that has one, find nothing further down.
  const shut = bytes !== 'tls' && named.some((chain) => chain.kind === 'http');
  const found = shut ? undefined : named.find((chain): chain is Bytes => chain.kind === 'bytes');
  return found ?? matchAll;
}

function byAddress(chains: readonly Chain[], address: string): readonly Chain[] {
  const lengths = chains.map(({ prefix }) => (prefix === null ? -1 : heldBy(prefix, address)));
  const longest = Math.max(-1, ...lengths);
  return chains.filter(({ prefix }, index) => (longest < 0 ? prefix === null : lengths[index] === longest));
}

function bySni(chains: readonly Chain[], sni: string | null): readonly Chain[] {
  const namesOf = (chain: Chain): readonly string[] | null => (chain.kind === 'bytes' ? chain.sni : null);
  const wanted = sni === null ? [] : [sni, ...suffixes(sni).map((suffix) => `*${suffix}`)];
  for (const name of wanted) {
    const found = chains.filter((chain) => namesOf(chain)?.includes(name));
    if (found.length) return found;
  }
  return chains.filter((chain) => namesOf(chain) === null);
}

const suffixes = (name: string): readonly string[] => {
  const labels = name.split('.');
  return labels.slice(1).map((_, index) => `.${labels.slice(index + 1).join('.')}`);
};
