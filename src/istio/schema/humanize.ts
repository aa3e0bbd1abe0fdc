/** A key as words: `maxConnections` → "Max connections", `caCertificates` → "CA certificates", `jwksUri` → "JWKS URI". */
export function humanize(key: string): string {
  const words = key
    .replaceAll('_', ' ')
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .split(' ')
    .map((word) => word.toLowerCase())
    .map((word, index) => initialisms.get(word) ?? (index === 0 ? capital(word) : word));
  return words.join(' ');
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

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
