import { labelsText } from '../../istio/index.ts';
import type { PlainRequest } from '../request.ts';
import { parametersOf, pathOf } from './parts.ts';

/** One thing in which two requests differ; undefined for what is not there. */
export interface Difference {
  /** `the header x-user`, `the path`, as it stands in a sentence. */
  readonly what: string;
  readonly from: string | undefined;
  readonly to: string | undefined;
}

/** In what a request differs from another, in the order in which Envoy looks at it. */
export function differences(from: PlainRequest, to: PlainRequest): readonly Difference[] {
  const found: Difference[] = [];
  const compare = (what: string, before: string | undefined, after: string | undefined): void => {
    if (before !== after) found.push({ what, from: before, to: after });
  };
  const read = (what: string, of: (request: PlainRequest) => string | undefined): void =>
    compare(what, of(from), of(to));
  read('the kind of caller', ({ caller }) => caller.kind);
  read('the caller’s namespace', ({ caller }) => caller.namespace);
  read('the caller’s labels', ({ caller }) => labelsText(caller.labels ?? {}) || undefined);
  read('the protocol', wire);
  read('the port', ({ port }) => String(port));
  read('the address', ({ address }) => address);
  read('the name that TLS asks for', ({ sni }) => sni);
  read('the Host', ({ host }) => host);
  read('the method', ({ method }) => method);
  read('the path', pathOf);
  for (const [name, before, after] of pairs(from, to, (request) => parametersOf(request)))
    compare(`the query parameter ${name}`, before, after);
  for (const [name, before, after] of pairs(from, to, ({ headers }) => Object.entries(headers ?? {})))
    compare(`the header ${name}`, before, after);
  return found;
}

const wire = ({ tls, protocol }: PlainRequest): string =>
  tls === 'plaintext'
    ? protocol === 'tcp'
      ? 'TCP'
      : 'plaintext HTTP'
    : tls === 'mtls'
      ? 'mutual TLS'
      : 'TLS';

function pairs(
  from: PlainRequest,
  to: PlainRequest,
  of: (request: PlainRequest) => readonly (readonly [string, string])[],
): readonly (readonly [name: string, before: string | undefined, after: string | undefined])[] {
  const named = (request: PlainRequest) =>
    new Map(of(request).map(([name, value]) => [name.toLowerCase(), value]));
  const [before, after] = [named(from), named(to)];
  return [...new Set([...before.keys(), ...after.keys()])].map((name) => [
    name,
    before.get(name),
    after.get(name),
  ]);
}

/** `the path is /v2/data instead of /data`, `the header x-user is there: bob`. */
export function differenceText({ what, from, to }: Difference): string {
  if (to === undefined) return `${what} is not there`;
  return from === undefined ? `${what} is there: ${to}` : `${what} is ${to} instead of ${from}`;
}
