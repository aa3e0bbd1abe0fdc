import { say, setting } from '../../say.ts';
import type { SpecRule } from '../../spec-rule.ts';
import { all, texts } from '../../spot.ts';
import { closest, quote } from '../../words.ts';

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'CONNECT', 'OPTIONS', 'TRACE'];

/** Methods that an AuthorizationPolicy asks for and HTTP does not have. gRPC calls are all POST. */
export const requestMethods: SpecRule = ({ spec }) =>
  texts(all(spec, 'rules[].to[].operation.methods[]')).flatMap((spot) => {
    const written = spot.value;
    if (written === '' || METHODS.some((method) => fits(written, method))) return [];
    const meant = closest(written, METHODS);
    const grpc = /^\/?[\w.]+\/\w+$/.test(written)
      ? ' The methods of gRPC are paths: write it in "paths".'
      : '';
    const what = `No request has the method ${quote(written)}: HTTP knows ${METHODS.slice(0, 6).join(', ')} and a few more, in capitals.${grpc}`;
    return [say('MW1007', spot, what, { mends: meant === undefined ? [] : [setting(spot.path, meant)] })];
  });

/** One star is allowed, at an edge. */
function fits(pattern: string, method: string): boolean {
  if (pattern === '*' || pattern === method) return true;
  if (pattern.startsWith('*')) return method.endsWith(pattern.slice(1));
  return pattern.endsWith('*') && method.startsWith(pattern.slice(0, -1));
}
