const BRACKETED = /^\[[\da-f:.]+\](?::(.*))?$/i;

/** Why the part of a URL that says where to go names no place; null where it does. Whole sentences. */
export function authorityFault(authority: string): string | null {
  const host = authority.slice(authority.lastIndexOf('@') + 1);
  const [bracketed, after] = BRACKETED.exec(host) ?? [];
  if (bracketed === undefined && host.split(':').length > 2)
    return `An IPv6 address stands in brackets in a URL: write [${host}].`;
  if (bracketed === undefined && host.startsWith('['))
    return 'In brackets stands an IPv6 address, and this is none.';
  if (host.includes('*')) return 'A request goes to one host: write a name in place of "*".';
  const odd = /[\s"'<>\\^`{|}]/.exec(host)?.[0];
  if (odd !== undefined) return `No host has the character ${odd.trim() ? odd : 'blank'} in its name.`;
  const port = bracketed === undefined ? /:(.*)$/.exec(host)?.[1] : after;
  if (port === undefined) return host ? null : 'Say which host the request goes to.';
  if (port === '') return 'The port is missing: ports are 1 to 65535.';
  return /^\d+$/.test(port) && Number(port) >= 1 && Number(port) <= 65_535
    ? null
    : `${port} is no port: ports are 1 to 65535.`;
}

/** A host as it goes over the wire: names with other letters than ASCII in their own spelling. https://url.spec.whatwg.org/#idna */
export function wireHost(host: string): string {
  // oxlint-disable-next-line no-control-regex -- ASCII is what it is about
  if (/^[\x00-\x7f]*$/.test(host)) return host;
  const [, name = host, port = ''] = /^(.*?)(:\d+)?$/.exec(host) ?? [];
  try {
    return `${new URL(`http://${name}/`).hostname}${port}`;
  } catch {
    return host;
  }
}

/** The header that a client makes of the name and password in a URL; undefined where it has none. */
export function credentials(authority: string): string | undefined {
  const at = authority.lastIndexOf('@');
  return at < 0 ? undefined : `Basic ${base64(unescaped(authority.slice(0, at)))}`;
}

function unescaped(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Of the text as UTF-8; what Node and browsers have for it differs. */
export function base64(text: string): string {
  const bytes = new TextEncoder().encode(text);
  let all = '';
  for (let at = 0; at < bytes.length; at += 3) {
    const three = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
    for (let digit = 0; digit < 4; digit++)
      all += at + digit > bytes.length ? '=' : (DIGITS[(three >> (18 - 6 * digit)) & 63] ?? '');
  }
  return all;
}
