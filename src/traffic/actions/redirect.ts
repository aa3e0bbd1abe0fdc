import { asNumber, asText, member } from '../../istio/index.ts';
import type { YamlValue } from '../../yaml/index.ts';
import type { RequestPath } from '../hosts/path.ts';
import { portOf, withoutPort } from '../request.ts';

/** What a redirect is made from besides itself. */
export interface Redirected extends RequestPath {
  readonly scheme: 'http' | 'https';
  readonly authority: string;
  /** Of the listener, or of the Gateway's server. */
  readonly listenerPort: number;
  /** How much of the path the route's match took. */
  readonly cut: number;
}

const usualPort = (scheme: string): number => (scheme === 'https' ? 443 : 80);

/** Where a `redirect` sends the client. */
export function locationOf(redirect: YamlValue, request: Redirected): string {
  const scheme = asText(member(redirect, 'scheme')) || request.scheme;
  const port = newPort(redirect, request, scheme);
  const host = authorityOf(asText(member(redirect, 'authority')), request, scheme, port !== undefined);
  return `${scheme}://${host}${port === undefined ? '' : `:${port}`}${pathOf(redirect, request)}`;
}

/** A port that goes without saying for the scheme is not said. */
function newPort(redirect: YamlValue, { listenerPort }: Redirected, scheme: string): number | undefined {
  const derived = asText(member(redirect, 'derivePort')) === 'FROM_REQUEST_PORT' ? listenerPort : undefined;
  const port = asNumber(member(redirect, 'port')) || derived;
  return port === usualPort(scheme) ? undefined : port;
}

/** The Host's own port goes when another is given, or when the scheme changes and it was the old one's usual port. */
function authorityOf(
  written: string | undefined,
  { authority, scheme: before }: Redirected,
  scheme: string,
  hasPort: boolean,
): string {
  if (written) return written;
  const usual = scheme !== before && portOf(authority) === usualPort(before);
  return hasPort || usual ? withoutPort(authority) : authority;
}

function pathOf(redirect: YamlValue, { path, query, cut }: Redirected): string {
  const end = query && `?${query}`;
  const uri = asText(member(redirect, 'uri'));
  if (uri) return uri.includes('?') ? uri : uri + end;
  const by = asText(member(redirect, 'prefixRewrite'));
  return by ? by + path.slice(cut) + end : path + end;
}
