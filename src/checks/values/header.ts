import type { Fault } from './host-name.ts';

/** The names that Envoy has for parts of the request line. */
const pseudoHeaders: ReadonlySet<string> = new Set([':method', ':scheme', ':authority', ':path', ':status']);

/** The characters of a header's name; the comma is none of HTTP's, but istiod lets it pass. */
const token = /^[-!#$%&'*+,.^_`|~0-9A-Za-z]+$/;

export const isHeaderName = (name: string): boolean => token.test(name);

/** A name that a match may ask for. */
export const isMatchableHeader = (name: string): boolean =>
  isClaim(name) || pseudoHeaders.has(name) || isHeaderName(name);

/** `@request.auth.claims.group` or `@request.auth.claims[group]`: not a header, but a claim of the caller's token. */
export function isClaim(name: string): boolean {
  return /^@request\.auth\.claims(?:\.[^]+|\[[^]+\])$/i.test(name);
}

export const isAuthority = (name: string): boolean => /^(?::authority|host)$/i.test(name);

/** A header that may be set or added on a request. */
export function faultOfRequestHeader(name: string): Fault {
  if (name === '') return 'the name is empty';
  return name.startsWith(':') && !isAuthority(name)
    ? 'of the names with a colon, only :authority can be set'
    : null;
}

/** A header that may be removed, or set or added on a response. */
export function faultOfPlainHeader(name: string): Fault {
  if (name === '') return 'the name is empty';
  if (name.startsWith(':')) return 'names with a colon are parts of the request itself';
  return name.toLowerCase() === 'host' ? 'host is part of the request itself' : null;
}

/**
 * A value as Envoy reads it: `%NAME%` or `%NAME(argument)%` stands for something of the request, `%%` for a percent sign. After
 * the bracket may come `["a", "b"]`, an old way of writing two arguments.
 */
const format = new RegExp(
  [
    '^(?:[^%]|%%|%(?!%)[^%(]*(?:%|',
    String.raw`\( *(?:\[ *"|[^[ ])`,
    String.raw`(?:\\[\s\S]|[^\\)"])*(?:" *, *"(?:\\[\s\S]|[^\\)"])*)*`,
    String.raw`(?:\)|" *\] *\)) *%`,
    '))*$',
  ].join(''),
);

/** What is wrong with the value of a header to set or add, as a clause; null when it is fine. */
export function faultOfHeaderValue(value: string): Fault {
  if (/[\u0000-\u0008\u000a-\u001f\u007f]/.test(value))
    return 'it holds a line break or another control character';
  if (format.test(value)) return null;
  return 'a percent sign begins a variable such as %REQ(x-user)%, which must be closed by another; a plain percent sign is written %%';
}
