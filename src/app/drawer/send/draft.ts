import { authorityFault, wireHost, type Caller, type Request } from '../../../traffic/index.ts';

export const PROTOCOLS = ['http', 'http2', 'grpc', 'tls', 'tcp'] as const;
export type Protocol = (typeof PROTOCOLS)[number];

export const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'] as const;

export interface HeaderLine {
  readonly name: string;
  readonly value: string;
}

/** A request as it stands in the fields, finished or not. */
export interface Draft {
  readonly caller: Caller;
  readonly method: string;
  readonly url: string;
  readonly protocol: Protocol;
  readonly headers: readonly HeaderLine[];
  readonly sni: string;
  readonly address: string;
}

/** Why a draft is no request yet, and which field says so. */
export interface Objection {
  readonly field: 'url' | 'headers' | 'sni' | 'address';
  readonly text: string;
}

export const EMPTY_DRAFT: Draft = {
  caller: { kind: 'sidecar', namespace: 'default' },
  method: 'GET',
  url: '',
  protocol: 'http',
  headers: [],
  sni: '',
  address: '',
};

const URL_FORM = /^(?:([a-z][a-z\d+.-]*):\/\/)?([^/?#\s]+)([^#\s]*)(#\S*)?$/i;
const BYTE = String.raw`(25[0-5]|2[0-4]\d|1?\d?\d)`;
const IP = new RegExp(String.raw`^((${BYTE}\.){3}${BYTE}|[\da-f]*:[\da-f:.]+)$`, 'i');
/** What HTTP allows in a header's name. */
const TOKEN = /^:?[!#$%&'*+.^`|~\w-]+$/;

/** Makes a request of a draft, or says what is wrong with it. */
export function requestOf(draft: Draft): Request | Objection {
  const { caller, sni, address } = draft;
  const [whole = '', scheme = '', authority = '', path = ''] = URL_FORM.exec(draft.url.trim()) ?? [];
  if (!whole) return url(draft.url.trim() ? SPACES : 'Say where the request goes, such as http://host/path.');
  const kind = scheme.toLowerCase();
  if (kind && !KNOWN.has(kind))
    return url(`${scheme}:// is none that a mesh sees: write http:// or https://.`);
  const protocol = protocolOf(draft);
  const fault = authorityFault(authority);
  if (fault) return url(fault);
  const port = /:(\d*)$/.exec(authority.replace(/^.*\]/, ''))?.[1];
  if (protocol === 'tcp' && port === undefined) return url('TCP needs a port: write host:port.');
  if (address && !IP.test(address)) return { field: 'address', text: 'This is no IP address.' };
  const bad = draft.headers.find(({ name, value }) => (name || value) && !TOKEN.test(name));
  if (bad) {
    const text = bad.name ? `“${bad.name}” is no name of a header.` : 'Give this header a name.';
    return { field: 'headers', text };
  }
  const common = {
    caller,
    ...(address && { address }),
    ...(sni && { sni }),
  };
  if (protocol === 'tcp' || protocol === 'tls') {
    const name = authority.slice(authority.lastIndexOf('@') + 1).replace(/:\d+$/, '');
    const [host, number] = [wireHost(name), port === undefined ? 443 : Number(port)];
    return { ...common, protocol: 'tcp', tls: protocol === 'tls' ? 'tls' : 'plaintext', host, port: number };
  }
  const headers = headersOf({ ...draft, protocol });
  return {
    ...common,
    url: `${kind === 'https' ? 'https' : 'http'}://${authority}${path}`,
    ...((protocol === 'http2' || protocol === 'grpc') && { protocol: 'http2' }),
    ...(draft.method !== 'GET' && { method: draft.method }),
    ...(Object.keys(headers).length && { headers }),
  };
}

const url = (text: string): Objection => ({ field: 'url', text });
const SPACES = 'This is no URL: write http://host/path, without blanks.';
const KNOWN = new Set(['http', 'https', 'grpc', 'tcp', 'tls']);

/** What is spoken: what the URL begins with counts, where that says it. */
export function protocolOf({ url: text, protocol }: Pick<Draft, 'url' | 'protocol'>): Protocol {
  const scheme = /^\s*(grpc|tcp|tls):\/\//i.exec(text)?.[1]?.toLowerCase();
  return PROTOCOLS.find((one) => one === scheme) ?? protocol;
}

/** gRPC is HTTP/2 with a content type of its own; the rest of it no rule can see. */
function headersOf({ headers, protocol }: Draft): Readonly<Record<string, string>> {
  const written = headers.filter(({ name }) => name).map(({ name, value }) => [name, value] as const);
  const grpc = protocol === 'grpc' && !written.some(([name]) => name.toLowerCase() === 'content-type');
  return Object.fromEntries([...(grpc ? [['content-type', 'application/grpc'] as const] : []), ...written]);
}

export const isObjection = (made: Request | Objection): made is Objection => 'field' in made;

/** The fields of a request that was made elsewhere: suggested, pasted, or kept. */
export function draftOf(request: Request): Draft {
  const { caller, headers = {}, tls = 'plaintext', protocol = 'http', host = '', port } = request;
  const lines = Object.entries(headers).map(([name, value]) => ({ name, value }));
  const stream = request.url === undefined && (protocol === 'tcp' || tls !== 'plaintext');
  const at = port === undefined || /:\d+$/.test(host) ? host : `${host}:${port}`;
  const usual = port === 80 ? host : at;
  return {
    caller,
    method: request.method ?? 'GET',
    url: request.url ?? (stream ? at : `http://${usual}${request.path ?? '/'}`),
    protocol: stream
      ? tls === 'plaintext'
        ? 'tcp'
        : 'tls'
      : headers['content-type']?.startsWith('application/grpc')
        ? 'grpc'
        : protocol === 'http2'
          ? 'http2'
          : 'http',
    headers: lines,
    sni: request.sni ?? '',
    address: request.address ?? '',
  };
}
