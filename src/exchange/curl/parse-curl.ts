import {
  base64,
  plainRequest,
  RequestError,
  withUrl,
  type Caller,
  type PlainRequest,
  type Request,
} from '../../traffic/index.ts';
import { curlOptions, type CurlOption } from './options.ts';
import { ShellError, shellWords } from './shell-words.ts';

const withoutPort = (host: string): string => host.replace(/:\d+$/, '');

/** Whether a text looks like a curl command. */
export const isCurl = (text: string): boolean => /^\s*(?:\$\s+)?curl(?:\.exe)?\s/.test(text);

/**
 * The request that a curl command sends, as a caller's. Bodies are not kept: no rule looks at them. Throws a `RequestError`
 * that says what is missing.
 */
export function parseCurl(text: string, caller: Caller): Request {
  const words = wordsOf(text);
  if (!/^curl(\.exe)?$/.test(words[0] ?? ''))
    throw new RequestError('This is no curl command: it does not begin with "curl".');
  const options = curlOptions(words.slice(1));
  const all = (...names: readonly string[]): readonly string[] =>
    options.filter(({ name }) => names.includes(name)).map(({ value }) => value);
  const address = all('url')[0];
  if (!address) throw new RequestError('The curl command names no URL.');
  const said = sentTo(address, caller);
  const headers = headersOf(options, said.headers);
  const [query, host] = [queryOf(options), headers.get('host')];
  headers.delete('host');
  const hostname = withoutPort(said.host);
  const asked = connectedTo(all('connect-to'), hostname, said.port);
  const resolved = all('resolve').map((each) => /^\+?([^:]*):(\d+):\[?([^\],]*)/.exec(each));
  const fixed = resolved.find(
    (each) =>
      (each?.[1] === '*' || each?.[1]?.toLowerCase() === hostname.toLowerCase()) &&
      Number(each[2]) === said.port,
  )?.[3];
  const other = host !== undefined && withoutPort(host).toLowerCase() !== hostname.toLowerCase();
  const dial = asked?.name ?? (other ? hostname : undefined);
  const request: PlainRequest = {
    ...said,
    method: methodOf(options),
    path: query ? `${said.path}${said.path.includes('?') ? '&' : '?'}${query}` : said.path,
    ...(host !== undefined && { host }),
    ...(other && said.tls !== 'plaintext' && { sni: hostname }),
    ...(options.some(({ name }) => name.startsWith('http2')) &&
      said.protocol === 'http' && { protocol: 'http2' }),
    ...(asked && { port: asked.port }),
    ...(dial !== undefined && { dial }),
    ...(fixed !== undefined && { address: fixed }),
    ...(headers.size && { headers: Object.fromEntries(headers) }),
  };
  return withUrl(plainRequest(request));
}

function wordsOf(text: string): readonly string[] {
  try {
    return shellWords(text.trim().replace(/^\$\s+/, ''));
  } catch (error) {
    if (!(error instanceof ShellError)) throw error;
    throw new RequestError(`The curl command cannot be read. ${error.message}`);
  }
}

/** Without a scheme curl speaks HTTP; `telnet://` is a bare connection. */
function sentTo(address: string, caller: Caller): PlainRequest {
  const telnet = /^telnet:\/\/([^/?#]+?)(?::(\d+))?\/?$/i.exec(address);
  if (telnet)
    return plainRequest({ caller, protocol: 'tcp', host: telnet[1] ?? '', port: Number(telnet[2] ?? 23) });
  return plainRequest({ caller, url: /^[a-z][\w+.-]*:\/\//i.test(address) ? address : `http://${address}` });
}

function connectedTo(
  all: readonly string[],
  hostname: string,
  port: number,
): { readonly name: string | undefined; readonly port: number } | undefined {
  for (const each of all) {
    const [, from = '', fromPort = '', to = '', toPort = ''] =
      /^(\[[^\]]*\]|[^:]*):(\d*):(\[[^\]]*\]|[^:]*):(\d*)$/.exec(each) ?? [];
    if (!each.includes(':')) continue;
    if ((!from || from.toLowerCase() === hostname.toLowerCase()) && (!fromPort || Number(fromPort) === port))
      return { name: to || undefined, port: Number(toPort) || port };
  }
  return undefined;
}

const DATA = ['data', 'data-raw', 'data-binary', 'data-ascii', 'data-urlencode', 'json'];
const FORMS = ['form', 'form-string'];

const has = (options: readonly CurlOption[], names: readonly string[]): boolean =>
  options.some(({ name }) => names.includes(name));

function methodOf(options: readonly CurlOption[]): string {
  const written = options.findLast(({ name }) => name === 'request')?.value;
  if (written) return written;
  if (has(options, ['head'])) return 'HEAD';
  if (has(options, ['get'])) return 'GET';
  if (has(options, [...DATA, ...FORMS])) return 'POST';
  return has(options, ['upload-file']) ? 'PUT' : 'GET';
}

/** `-G` sends the data in the query. */
const queryOf = (options: readonly CurlOption[]): string =>
  options
    .filter(({ name }) => name === 'url-query' || (has(options, ['get']) && DATA.includes(name)))
    .map(({ name, value }) => (name === 'data-urlencode' ? encoded(value) : value))
    .join('&');

function encoded(value: string): string {
  const equals = value.indexOf('=');
  return equals < 0
    ? encodeURIComponent(value)
    : `${value.slice(0, equals + 1)}${encodeURIComponent(value.slice(equals + 1))}`.replace(/^=/, '');
}

/** The headers that curl sends for its options, those of `-H` last; a name without a value takes one away. */
function headersOf(
  options: readonly CurlOption[],
  ofUrl: Readonly<Record<string, string>> = {},
): Map<string, string> {
  const headers = new Map(Object.entries(ofUrl));
  const set = (name: string, value: string): void => {
    for (const known of headers.keys()) if (known.toLowerCase() === name.toLowerCase()) headers.delete(known);
    headers.set(name.toLowerCase() === 'host' ? 'host' : name, value);
  };
  const sendsBody = has(options, DATA) && !has(options, ['get']);
  if (sendsBody)
    set('content-type', has(options, ['json']) ? 'application/json' : 'application/x-www-form-urlencoded');
  if (has(options, ['json'])) set('accept', 'application/json');
  if (has(options, FORMS)) set('content-type', 'multipart/form-data');
  for (const { name, value } of options) {
    if (name === 'user-agent') set('user-agent', value);
    if (name === 'referer') set('referer', value);
    if (name === 'cookie' && value.includes('=')) set('cookie', value);
    if (name === 'user') set('authorization', `Basic ${base64(value)}`);
    if (name === 'oauth2-bearer') set('authorization', `Bearer ${value}`);
  }
  for (const { name, value } of options) {
    if (name !== 'header') continue;
    const colon = value.indexOf(':');
    const empty = /^([^:]+);\s*$/.exec(value)?.[1];
    if (empty) set(empty, '');
    else if (colon > 0 && value.slice(colon + 1).trim())
      set(value.slice(0, colon).trim(), value.slice(colon + 1).trim());
    else if (colon > 0)
      for (const known of headers.keys())
        if (known.toLowerCase() === value.slice(0, colon).trim().toLowerCase()) headers.delete(known);
  }
  return headers;
}
