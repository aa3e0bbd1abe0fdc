/** What is wrong with a name, as a clause that follows it: `"a_b" is no host name: <clause>.`; null when it is fine. */
export type Fault = string | null;

/** One part of a DNS name, as istiod takes it: upper case too, no underscore. */
const label = /^[a-zA-Z0-9](?:[-a-zA-Z0-9]*[a-zA-Z0-9])?$/;

export const isDnsLabel = (text: string): boolean => text.length <= 63 && label.test(text);

/** `*`, or a label that may begin with `*` or `*-`: the first part of a wildcard name. */
const isWildcardLabel = (text: string): boolean =>
  text.length <= 63 && (text === '*' || label.test(text.replace(/^\*-?/, '')));

/** A star that stands for part of a label: `*-eu.example`, `*a`. Envoy matches whole labels only. */
export const isPartialWildcard = (host: string): boolean =>
  host.includes('*') && host.length > 1 && !host.startsWith('*.');

/** A name without wildcard. A single label is one, a trailing dot is allowed. */
export function faultOfName(host: string): Fault {
  return faultOfLength(host) ?? faultOfLabels(host.split('.'));
}

/** Answers that are kept: a mesh names the same hosts again and again. */
const KEPT = 5000;
const known = new Map<string, Fault>();

/** A name whose first label may be, or begin with, a star. */
export function faultOfWildcardName(host: string): Fault {
  let fault = known.get(host);
  if (fault === undefined) {
    if (known.size >= KEPT) known.clear();
    known.set(host, (fault = wildcardFault(host)));
  }
  return fault;
}

function wildcardFault(host: string): Fault {
  const tooLong = faultOfLength(host);
  if (tooLong) return tooLong;
  const [first = '', ...rest] = host.split('.');
  if (!isWildcardLabel(first)) return faultOfLabel(first);
  return rest.length > 0 ? faultOfLabels(rest) : null;
}

/**
 * A name as a gateway's TLS rule may ask for it: also those that Istio makes for traffic between clusters, as in
 * `outbound_.80_._.web.shop.svc.cluster.local`: a port in the second of the pieces between underscores, a host in the fourth.
 */
export function faultOfSniName(host: string): Fault {
  if (!host.startsWith('outbound_')) return faultOfWildcardName(host);
  const [, port = '', , name] = host.split('_');
  const made = name !== undefined && /\d/.test(port.replaceAll(/^\.+|\.+$/g, '')) && /[a-zA-Z]/.test(name);
  return (
    faultOfLength(host) ??
    (made ? null : 'a name that begins with "outbound_" continues with a port and a host')
  );
}

function faultOfLength(host: string): Fault {
  if (host === '') return 'it is empty';
  return host.length > 255 ? `it has ${String(host.length)} characters and may have 255` : null;
}

/** The labels after the first, or all of them. The last may be empty, for the dot at the end, and no number: that is for addresses. */
function faultOfLabels(labels: readonly string[]): Fault {
  const last = labels.at(-1) ?? '';
  if (isWholeNumber(last)) return 'its last part is a number, as in an IP address';
  const checked = last === '' ? labels.slice(0, -1) : labels;
  if (checked.length === 0) return null;
  const bad = checked.find((part) => !isDnsLabel(part));
  return bad === undefined ? null : faultOfLabel(bad);
}

/** What Go reads as an integer of 64 bits. */
const isWholeNumber = (text: string): boolean =>
  /^[-+]?\d+$/.test(text) &&
  BigInt(text.replace('+', '')) < 2n ** 63n &&
  BigInt(text.replace('+', '')) >= -(2n ** 63n);

function faultOfLabel(part: string): string {
  if (part === '') return 'there is nothing between two of its dots';
  if (part.length > 63)
    return `its part "${part.slice(0, 20)}…" has ${String(part.length)} characters and may have 63`;
  if (part.includes('*')) return 'a star may only begin it';
  if (/\s/.test(part)) return 'it holds a space';
  if (part.includes(':')) return 'it holds a colon; ports are written elsewhere';
  if (part.includes('/')) return 'it holds a slash; a host has no path';
  if (/^-|-$/.test(part)) return `its part "${part}" begins or ends with a hyphen`;
  const odd = /[^-a-zA-Z0-9]/.exec(part)?.[0];
  return `its part "${part}" holds "${odd ?? ''}", and only letters, digits and hyphens are allowed`;
}

/** The host that a person meant who wrote a URL, a port or a space with it; undefined when that is a guess or changes nothing. */
export function hostMeant(written: string, isGood: (host: string) => boolean): string | undefined {
  const meant = written
    .trim()
    .replace(/^[a-z][-a-z0-9+.]*:\/\//i, '')
    .replace(/[/?#].*$/, '')
    .replace(/:\d*$/, '')
    .replace(/\.\.+/g, '.')
    .replace(/^\./, '*.');
  return meant !== written && isGood(meant) ? meant : undefined;
}
