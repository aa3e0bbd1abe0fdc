/** A key as words: `maxConnections` → "Max connections", `caCertificates` → "CA certificates", `jwksUri` → "JWKS URI". */
export function humanize(key: string): string {
  const words = key
    .replaceAll('_', ' ')
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .split(' ')
    .map((word) => initialisms.get(word.toLowerCase()) ?? word.toLowerCase());
  const text = words.join(' ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}

const initialisms = new Map(
  [
    'API',
    'CA',
    'CORS',
    'CRL',
    'DNS',
    'ECDH',
    'gRPC',
    'HTTP',
    'HTTP2',
    'IP',
    'JWKS',
    'JWT',
    'mTLS',
    'SNI',
    'SPKI',
    'TCP',
    'TLS',
    'TTL',
    'URI',
  ].map((word) => [word.toLowerCase(), word]),
);
