const PROTOCOLS = [
  'HTTP',
  'HTTPS',
  'HTTP2',
  'GRPC',
  'GRPC-WEB',
  'TCP',
  'TLS',
  'UDP',
  'MONGO',
  'REDIS',
  'MYSQL',
  'HTTP_PROXY',
] as const;

/** The names of protocols that istiod knows, as people write them. */
export const protocolNames: readonly string[] = PROTOCOLS;

const known: ReadonlySet<string> = new Set(PROTOCOLS);
const httpLike: ReadonlySet<string> = new Set(['HTTP', 'HTTP2', 'GRPC', 'GRPC-WEB', 'HTTP_PROXY']);
const tlsLike: ReadonlySet<string> = new Set(['HTTPS', 'TLS']);
const tcpLike: ReadonlySet<string> = new Set(['TCP', 'HTTPS', 'TLS', 'MONGO', 'REDIS', 'MYSQL']);

export const isProtocol = (text: string): boolean => known.has(text.toUpperCase());
/** The proxy reads the requests. */
export const isHttpLike = (text: string): boolean => httpLike.has(text.toUpperCase());
/** The proxy sees a TLS handshake and passes the bytes on. */
export const isTlsLike = (text: string): boolean => tlsLike.has(text.toUpperCase());
/** The proxy passes bytes on; what is encrypted counts among it. */
export const isTcpLike = (text: string): boolean => tcpLike.has(text.toUpperCase());
