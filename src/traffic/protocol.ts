import type { PlainRequest } from './request.ts';

/** What a client speaks, in the words of the command line and of expectations. */
export const PROTOCOLS = ['http', 'h2', 'grpc', 'tls', 'tcp'] as const;
export type Protocol = (typeof PROTOCOLS)[number];

/** What a word says of a request; gRPC is HTTP/2 with a method of its own. `undefined` for a word that is none. */
export function protocolFields(
  word: string,
): (Pick<PlainRequest, 'protocol' | 'tls'> & Partial<Pick<PlainRequest, 'method' | 'headers'>>) | undefined {
  switch (word) {
    case 'http':
      return { protocol: 'http', tls: 'plaintext' };
    case 'h2':
    case 'http2':
      return { protocol: 'http2', tls: 'plaintext' };
    case 'grpc':
      return {
        protocol: 'http2',
        tls: 'plaintext',
        method: 'POST',
        headers: { 'content-type': 'application/grpc' },
      };
    case 'tls':
      return { protocol: 'http', tls: 'tls' };
    case 'tcp':
      return { protocol: 'tcp', tls: 'plaintext' };
    default:
      return undefined;
  }
}
