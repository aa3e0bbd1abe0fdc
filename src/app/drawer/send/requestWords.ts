import type { Request } from '../../../traffic/index.ts';
import { draftOf } from './draft.ts';

/** `GET http://host/path x-user: bob`. */
export function requestWords(request: Request): string {
  const { method, url, headers, protocol } = draftOf(request);
  const told = headers.map(({ name, value }) => ` ${name}: ${value}`).join('');
  return `${protocol === 'tcp' ? 'TCP' : protocol === 'tls' ? 'TLS' : method} ${url}${told}`;
}
