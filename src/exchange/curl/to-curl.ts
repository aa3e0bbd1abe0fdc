import { plainRequest, type Request } from '../../traffic/index.ts';
import { shellWord } from './shell-words.ts';

const PORT = /:(\d+)$/;

/** The curl command that sends a request, for a shell. Throws a `RequestError` as `route` does. */
export function toCurl(request: Request): string {
  const { protocol, tls, host, port, method, path, headers = {}, sni, address, dial } = plainRequest(request);
  if (protocol === 'tcp' && tls === 'plaintext')
    return `curl ${shellWord(`telnet://${host.replace(PORT, '')}:${port}`)}`;
  const scheme = tls === 'plaintext' ? 'http' : 'https';
  const hostname = host.replace(PORT, '');
  // curl asks TLS for the name in the URL, and dials it; the Host header may say another.
  const name = (tls !== 'plaintext' && sni) || hostname;
  const usual = port === (scheme === 'https' ? 443 : 80);
  const authority = usual ? name : `${name}:${port}`;
  const to = dial !== undefined && dial.toLowerCase() !== name.toLowerCase() ? dial : undefined;
  const parts = [
    `${scheme}://${authority}${path.startsWith('/') ? '' : '/'}${path}`,
    ...(method === 'HEAD' ? ['-I'] : method === 'GET' ? [] : ['-X', method]),
    ...(protocol === 'http2' ? [tls === 'plaintext' ? '--http2-prior-knowledge' : '--http2'] : []),
    ...(authority === host ? [] : ['-H', `Host: ${host}`]),
    ...Object.entries(headers).flatMap(([key, value]) => [
      '-H',
      value === '' ? `${key};` : `${key}: ${value}`,
    ]),
    ...(to === undefined ? [] : ['--connect-to', `::${to}:${port}`]),
    ...(address === undefined ? [] : ['--resolve', `${name}:${port}:${address}`]),
  ];
  return `curl ${parts.map(shellWord).join(' ')}`;
}
