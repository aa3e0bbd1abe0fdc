import type { Destination } from '../outcome.ts';
import { onTheWire, type Request } from '../request.ts';
import type { Trace } from '../trace.ts';

/** How a request ends, for people. */
export interface SaidOutcome {
  /** `good`: it arrives, or is answered as configured; `odd`: it goes somewhere, not by the rules; `bad`: it fails. */
  readonly tone: 'good' | 'odd' | 'bad';
  /** A few words: `Forwarded`, `404`. */
  readonly head: string;
  /** One plain sentence. */
  readonly text: string;
}

const nameOf = ({ host, subset }: Pick<Destination, 'host' | 'subset'>): string =>
  subset === undefined ? host : `${subset} of ${host}`;

/** `a`, or `90 % to a, 10 % to b`: where it goes, by share. */
function places(destinations: readonly Destination[]): string {
  const [only] = destinations;
  if (destinations.length === 1 && only) return nameOf(only);
  const whole = destinations.reduce((sum, { weight }) => sum + weight, 0) || 1;
  const share = ({ weight }: Destination): number => Math.round((weight / whole) * 1000) / 10;
  return destinations.map((one) => `${nameOf(one)} (${share(one)} %)`).join(', ');
}

const good = (head: string, text: string): SaidOutcome => ({ tone: 'good', head, text });
const odd = (head: string, text: string): SaidOutcome => ({ tone: 'odd', head, text });
const bad = (head: string, text: string): SaidOutcome => ({ tone: 'bad', head, text });

/** Says how a request ends, in one plain sentence. */
export function sayOutcome({ outcome, steps }: Trace, request: Request): SaidOutcome {
  const { kind, status, destinations = [], upstream, redirect } = outcome;
  const proxy = request.caller.kind === 'gateway' ? 'The gateway' : 'The sidecar';
  const wire = onTheWire(request);
  switch (kind) {
    case 'forward': {
      if (outcome.noEndpoints)
        return bad('503', `${places(destinations)} has no endpoints: the answer is 503, with the flag UH.`);
      const url = upstream && `${upstream.scheme}://${atPort(upstream.authority, upstream)}${upstream.path}`;
      const gone = destinations.filter(({ exists }) => !exists);
      const as = `${wire.method} ${url ?? ''}`;
      if (gone.length)
        return bad(
          'Forwarded',
          `Forwarded to ${places(destinations)} as ${as}; what goes to ${gone.map(nameOf).join(', ')} is answered 503, because it does not exist.`,
        );
      if (steps.some(({ code }) => code === 'DIALLED_ADDRESS'))
        return odd(
          'Forwarded elsewhere',
          `Routed to ${places(destinations)}, and sent on to the address that the app has dialled, of ${wire.dial}, as ${as}.`,
        );
      return good('Forwarded', `Forwarded to ${places(destinations)} as ${as}.`);
    }
    case 'redirect':
      return good(
        `${status}`,
        `${proxy} answers ${status} and sends the client to ${redirect?.location ?? 'another place'}.`,
      );
    case 'direct':
      return outcome.cors?.preflight
        ? good(`${status}`, `${proxy} answers the browser’s preflight request by itself.`)
        : good(`${status}`, `${proxy} answers ${status} by itself; nobody else is asked.`);
    case 'abort':
      return odd(`${status}`, `A fault answers ${status} in place of the destination.`);
    case 'not-found':
      return bad(
        '404',
        outcome.virtualHost === undefined
          ? 'Nobody serves this host here: the answer is 404.'
          : 'No rule takes it: the answer is 404, with the flag NR.',
      );
    case 'no-cluster':
      return outcome.layer === 'tls' || outcome.layer === 'tcp'
        ? bad('Closed', `${places(destinations)} does not exist: the connection is closed.`)
        : bad('503', `${places(destinations)} does not exist: the answer is 503, with the flag NC.`);
    case 'blackhole':
      return status === undefined
        ? bad(
            'Closed',
            `Only known destinations are let out, and this one is not known: the connection is closed.`,
          )
        : bad(
            `${status}`,
            `Only known hosts are let out, and ${wire.hostname} is none: the answer is ${status}.`,
          );
    case 'passthrough':
      if (steps.some(({ code }) => code === 'PLAINTEXT_ON_TLS_PORT'))
        return bad(
          'Passed through',
          `No configuration applies: it leaves in plain text to ${wire.address ?? wire.dial}:${wire.port}, where TLS is spoken: the call fails.`,
        );
      return wire.bytes === 'http'
        ? odd(
            'Passed through',
            `No configuration applies: it leaves as it is, in plain text, to ${wire.address ?? wire.dial}:${wire.port}.`,
          )
        : odd(
            'Passed through',
            `No configuration applies: the bytes go on as they are, to ${wire.address ?? wire.dial}:${wire.port}.`,
          );
    case 'tls': {
      const double = destinations.some(({ doubleTls }) => doubleTls);
      return double
        ? bad(
            'TLS inside TLS',
            `${places(destinations)} finds no HTTP in it: the call breaks. The rules for HTTP are not asked.`,
          )
        : good(
            'Forwarded',
            `Forwarded to ${places(destinations)} as the TLS that the app speaks; nobody on the way sees path or headers.`,
          );
    }
    case 'tcp': {
      const wrapped = destinations.find(({ tls }) => tls.mode !== 'none');
      return good(
        'Forwarded',
        `Forwarded to ${places(destinations)} as bytes${wrapped ? ', inside TLS' : ''}; no rule for HTTP is asked.`,
      );
    }
    case 'closed':
      return bad('Closed', `${proxy} has no way for this connection, and closes it.`);
  }
}

const USUAL: Readonly<Record<string, number>> = { http: 80, https: 443 };

/** The authority with the port that is connected to, where that is another than the scheme's own. */
const atPort = (authority: string, { scheme, port }: { scheme: string; port: number }): string =>
  /:\d+$/.test(authority) || USUAL[scheme] === port ? authority : `${authority}:${port}`;
