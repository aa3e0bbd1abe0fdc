import type { Labels } from '../istio/index.ts';
import { authorityFault, credentials, wireHost } from './authority.ts';

/** Who sends: the sidecar of a workload, or a gateway at which the request arrives. */
export interface Caller {
  readonly kind: 'sidecar' | 'gateway';
  readonly namespace: string;
  readonly labels?: Labels | undefined;
  /** `region/zone/subzone`. */
  readonly locality?: string | undefined;
}

/** A request, as an application or a client makes it. */
export interface Request {
  readonly caller: Caller;
  /** Stands for protocol, tls, host, port and path: `http://` is plaintext, `https://` a TLS connection whose path nobody sees. */
  readonly url?: string | undefined;
  readonly protocol?: 'http' | 'http2' | 'tcp' | undefined;
  readonly tls?: 'plaintext' | 'tls' | 'mtls' | undefined;
  /** The Host header, with the port where the URL has one; for TCP the name that is dialled. */
  readonly host?: string | undefined;
  readonly port?: number | undefined;
  /** The host without its port where nothing is said; empty for none. */
  readonly sni?: string | undefined;
  readonly method?: string | undefined;
  /** With the query. */
  readonly path?: string | undefined;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** The IP address that is dialled, where it is known. */
  readonly address?: string | undefined;
  /** The name that is dialled, where it is another than the Host header. */
  readonly dial?: string | undefined;
}

/** A request whose URL is taken apart. */
export interface PlainRequest extends Omit<Request, 'url'> {
  readonly protocol: 'http' | 'http2' | 'tcp';
  readonly tls: 'plaintext' | 'tls' | 'mtls';
  readonly host: string;
  readonly port: number;
  readonly method: string;
  readonly path: string;
}

/** What goes over the wire: the request with nothing left open. */
export interface WireRequest {
  readonly bytes: 'http' | 'tls' | 'other';
  readonly host: string;
  /** The host in small letters, without its port. */
  readonly hostname: string;
  readonly port: number;
  /** Null where the client sends none: plaintext, or an IP address. */
  readonly sni: string | null;
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly address: string | undefined;
  readonly dial: string;
  readonly mutual: boolean;
}

/** A request that cannot be sent as it is written. */
export class RequestError extends Error {
  override readonly name = 'RequestError';
}

/** The request with its URL taken apart and nothing left open that has a usual value. Throws `RequestError` where its URL or its port says nothing. */
export function plainRequest({ url, ...rest }: Request): PlainRequest {
  const given = url === undefined ? rest : besideUrl(fromUrl(url), rest);
  const { protocol = 'http', tls = 'plaintext', host = '' } = given;
  if (!host) throw new RequestError('Say which host the request goes to.');
  const port = given.port ?? (tls === 'plaintext' ? 80 : 443);
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw new RequestError(`${port} is no port: ports are 1 to 65535.`);
  return { ...given, protocol, tls, host, port, method: given.method ?? 'GET', path: given.path || '/' };
}

/** Makes of a request what goes over the wire. Throws `RequestError` where its URL or its port says nothing. */
export function onTheWire(request: Request): WireRequest {
  const given = plainRequest(request);
  const { protocol, tls, host, port } = given;
  const hostname = withoutPort(host).toLowerCase();
  const sni = given.sni ?? (isAddress(hostname) ? '' : hostname);
  return {
    bytes: tls === 'plaintext' ? (protocol === 'tcp' ? 'other' : 'http') : 'tls',
    host,
    hostname,
    port,
    sni: tls === 'plaintext' || sni === '' ? null : sni.toLowerCase(),
    method: given.method,
    path: given.path,
    headers: lowerCased(given.headers ?? {}),
    address: given.address,
    dial: (given.dial ?? hostname).toLowerCase(),
    mutual: tls === 'mtls',
  };
}

/** What is said beside a URL counts: it says neither HTTP/2 nor TCP, and TLS only by its scheme. */
const besideUrl = (said: ReturnType<typeof fromUrl>, rest: Omit<Request, 'url'>): Omit<Request, 'url'> => ({
  ...rest,
  ...said,
  ...((said.headers ?? rest.headers) && { headers: withCredentials(said.headers, rest.headers) }),
  ...(rest.protocol !== undefined && { protocol: rest.protocol }),
  ...(rest.tls !== undefined && rest.tls !== 'plaintext' && { tls: rest.tls }),
});

/** A header that is written counts before what the URL says. */
const withCredentials = (said: Headers = {}, written: Headers = {}): Headers =>
  Object.keys(written).some((name) => name.toLowerCase() === 'authorization')
    ? written
    : { ...said, ...written };

type Headers = Readonly<Record<string, string>>;

function fromUrl(text: string): Pick<Request, 'protocol' | 'tls' | 'host' | 'port' | 'path' | 'headers'> {
  const [, scheme = '', authority = '', path = ''] = /^(https?):\/\/([^/?#]+)([^#]*)/i.exec(text) ?? [];
  if (!authority) {
    const other = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) && !/^https?:/i.test(text);
    throw new RequestError(
      `"${text}" is no URL that can be sent: write http://host/path or https://host/path.${other ? ' For what is no HTTP, say the host, the port and the protocol instead of a URL.' : ''}`,
    );
  }
  const fault = authorityFault(authority);
  if (fault) throw new RequestError(fault);
  const host = wireHost(authority.slice(authority.lastIndexOf('@') + 1));
  const authorization = credentials(authority);
  const secure = scheme.toLowerCase() === 'https';
  const port = portOf(host);
  const usual = secure ? 443 : 80;
  return {
    protocol: 'http',
    tls: secure ? 'tls' : 'plaintext',
    host: port === usual ? withoutPort(host) : host,
    port: port ?? usual,
    path: path.startsWith('?') ? `/${path}` : path || '/',
    ...(authorization !== undefined && { headers: { authorization } }),
  };
}

/** A request with its URL, where that says all of it; else as it is. */
export function withUrl(request: PlainRequest): Request {
  const { protocol, tls, host, port, path, sni, ...rest } = request;
  const scheme = tls === 'plaintext' ? 'http' : 'https';
  const usual = scheme === 'https' ? 443 : 80;
  // A port that goes without saying is not said in a URL, so a Host that says it all the same is no URL's.
  const said = portOf(host) === usual ? undefined : (portOf(host) ?? usual);
  const plain = protocol !== 'tcp' && tls !== 'mtls' && said === port && path.startsWith('/');
  if (!plain) return request;
  return {
    ...rest,
    url: `${scheme}://${host}${path}`,
    ...(protocol !== 'http' && { protocol }),
    ...(sni !== undefined && { sni }),
  };
}

const PORT = /:(\d+)$/;

/** The port of an authority; undefined where it has none. */
export const portOf = (authority: string): number | undefined => {
  const digits = PORT.exec(authority)?.[1];
  return digits === undefined ? undefined : Number(digits);
};

export const withoutPort = (authority: string): string => authority.replace(PORT, '');

/** Whether a host is an IP address, v6 in brackets or not. */
export const isAddress = (host: string): boolean =>
  /^(\d+\.){3}\d+$/.test(host) || /^\[?[\da-f]*:[\da-f:.]*\]?$/i.test(host);

const lowerCased = (headers: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
