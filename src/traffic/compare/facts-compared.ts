import type { Mesh } from '../../istio/index.ts';
import { sayHop } from '../words/say-journey.ts';
import { destinationName, factsOf, tlsFacts } from '../words/facts.ts';
import type { Hop } from '../onward.ts';
import type { Destination, Outcome } from '../outcome.ts';
import { reachedFacts } from './reached-facts.ts';

/** One thing that is otherwise for a request. */
export interface FactChange {
  /** `Destination`, `Timeout`. */
  readonly what: string;
  /** Undefined where there was nothing to say. */
  readonly before: string | undefined;
  readonly after: string | undefined;
}

type Facts = ReadonlyMap<string, string>;

/** Names of Envoy's own that change with any renaming, and what the destination says already. */
const UNSAID: ReadonlySet<string> = new Set(['Virtual host', 'Listener', 'Port']);

/** Of requests that end in different ways all else differs too, and says nothing. */
const ENDS = ['Answer', 'Destination', 'Location'];

/** A request's way through a mesh. */
export interface WayThrough {
  readonly mesh: Mesh;
  readonly hops: readonly Hop[];
}

/** What of a request's way is otherwise. Which rule took it does not count, only what becomes of it. */
export function changedFacts(before: WayThrough, after: WayThrough): readonly FactChange[] {
  const [one, other] = [factsOnWay(before), factsOnWay(after)];
  const names = [...new Set([...one.keys(), ...other.keys()])];
  const found = names
    .filter((name) => said(one, name) !== said(other, name))
    .map((name) => ({ what: name, before: one.get(name), after: other.get(name) }));
  const ends = one.get('Answer') !== other.get('Answer');
  if (ends) return found.filter(({ what }) => ENDS.includes(what));
  const elsewhere = new Set(found.map(({ what }) => what));
  // Another destination consists of others, of course.
  return found.filter(
    ({ what }) => !elsewhere.has(what.replace(/^Endpoints/, 'Destination')) || !what.startsWith('Endpoints'),
  );
}

/** What is not told reads as `none`, which some facts say in so many words. */
const said = (facts: Facts, name: string): string => facts.get(name) ?? 'none';

function factsOnWay({ mesh, hops }: WayThrough): Facts {
  const all = new Map<string, string>();
  for (const [index, hop] of hops.entries())
    for (const [what, value] of [...factsAt(hop), ...reachedFacts(mesh, hop)])
      all.set(index ? `${what} at ${sayHop(hop)}` : what, value);
  return all;
}

function factsAt({ trace: { outcome, steps } }: Hop): Facts {
  const { destinations = [], retries, ...rest } = outcome;
  const facts = new Map<string, string>([['Answer', answer(outcome)]]);
  const add = (what: string, value: string): void => {
    const known = facts.get(what);
    facts.set(what, known === undefined ? value : `${known}; ${value}`);
  };
  if (destinations.length) {
    add('Destination', shares(destinations));
    for (const [what, value] of security(destinations)) add(what, value);
  }
  for (const { title, value } of factsOf({ ...rest, ...(retries !== undefined && { retries }) }))
    if (!UNSAID.has(title)) add(title, value);
  if (retries?.backoff) add('Time between retries', retries.backoff);
  if (retries?.codes?.length) add('Statuses that are retried', retries.codes.join(', '));
  const policies = steps.flatMap(({ code, text }) => (code.startsWith('POLICY_') ? [text] : []));
  if (policies.length) add('Traffic policy', [...new Set(policies)].sort().join(' '));
  return facts;
}

function answer({ kind, status, noEndpoints, cors }: Outcome): string {
  if (noEndpoints) return '503, no endpoints';
  switch (kind) {
    case 'forward':
    case 'tls':
    case 'tcp':
      return kind === 'forward' ? 'the destination’s' : `the destination’s, by ${kind.toUpperCase()}`;
    case 'redirect':
      return `${status}, a redirect`;
    case 'direct':
      return cors?.preflight ? `${status}, to a preflight request` : `${status}, by the proxy itself`;
    case 'abort':
      return `${status}, by a fault`;
    case 'not-found':
      return '404, no route';
    case 'no-cluster':
      return status === undefined
        ? 'closed, the destination does not exist'
        : `${status}, the destination does not exist`;
    case 'blackhole':
      return status === undefined ? 'closed, nobody knows the host' : `${status}, nobody knows the host`;
    case 'passthrough':
      return 'that of the place that is dialled, passed through';
    case 'closed':
      return 'closed';
  }
}

/** `90 % v1 of a:80, 10 % v2 of a:80`, in an order of its own: the order in which destinations are written does not count. */
function shares(destinations: readonly Destination[]): string {
  const whole = destinations.reduce((sum, { weight }) => sum + weight, 0) || 1;
  const byName = new Map<string, number>();
  for (const one of destinations) {
    const name = destinationName(one) + (one.exists ? '' : ' (does not exist)');
    byName.set(name, (byName.get(name) ?? 0) + one.weight);
  }
  const [only] = byName.keys();
  if (byName.size === 1 && only !== undefined) return only;
  return [...byName]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .filter(([, weight]) => weight > 0)
    .map(([name, weight]) => `${Math.round((weight / whole) * 1000) / 10} % ${name}`)
    .join(', ');
}

/** TLS and the name it asks for; of several destinations each by its name, unless they agree. */
function security(destinations: readonly Destination[]): Facts {
  const facts = new Map<string, string>();
  const told = destinations.map((one) => new Map(tlsFacts(one).map(({ title, value }) => [title, value])));
  for (const what of new Set(told.flatMap((each) => [...each.keys()]))) {
    const values = new Set(told.map((each) => each.get(what) ?? 'none'));
    const [only = ''] = values;
    // Where nothing is told it is said as `none` too.
    if (values.size === 1 && only === 'none') continue;
    const each = destinations.map(
      (one, index) => `${destinationName(one)}: ${told[index]?.get(what) ?? 'none'}`,
    );
    facts.set(what, values.size === 1 ? only : each.toSorted().join(', '));
  }
  return facts;
}
