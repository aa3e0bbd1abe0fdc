import { asList, asNumber, member, type ResourceId } from '../istio/index.ts';
import { RefusedError, type Path } from '../yaml/index.ts';
import type { AsWritten } from './as-written.ts';
import { destinationValue, ruleAt, type Destination } from './destination.ts';
import type { Draft } from './draft.ts';
import { removeField, setField } from './edit-field.ts';
import { isSame } from './reconnect.ts';
import { weightsOf, withOneMore } from './weights.ts';

/** What a rule does instead of sending traffic somewhere; it cannot do both. */
const INSTEAD: Readonly<Record<string, string>> = {
  redirect: 'This rule answers with a redirect',
  directResponse: 'This rule answers by itself',
  delegate: 'This rule hands its requests to another VirtualService',
};

/**
 * Adds a destination to a rule (which is made if it is the next one). With `like`, a destination of another rule, it says all
 * that that one says, and is written so. Returns the path of the new destination.
 */
export function connectDestination(
  draft: Draft,
  id: ResourceId,
  path: Path,
  destination: Destination,
  like?: AsWritten,
): Path {
  const resource = draft.resource(id);
  const rule = ruleAt(resource, path);
  const value = destinationValue(destination);
  if (!rule) {
    setField(draft, id, path, { route: [{ destination: value }] });
    return [...path, 'route', 0];
  }
  for (const [key, what] of Object.entries(INSTEAD)) {
    if (rule[key] === undefined || rule[key] === null) continue;
    throw new RefusedError(
      'unsafe',
      `${what} (${key}), so it cannot also send them on. Remove ${key} first.`,
    );
  }
  const routes = asList(rule['route']);
  if (routes.some((route) => isSame(route, destination))) {
    const to = destination.subset ? `${destination.host}, subset ${destination.subset}` : destination.host;
    throw new RefusedError('duplicate', `This rule already sends traffic to ${to}.`);
  }
  const list = [...path, 'route'];
  const added = [...list, routes.length];
  if (routes.length === 0) {
    if (like) put(draft, id, added, destination.host, undefined, like);
    else setField(draft, id, list, [{ destination: value }]);
    return added;
  }
  const weights = withOneMore(weightsOf(routes));
  weights.slice(0, -1).forEach((weight, index) => {
    if (asNumber(member(routes[index], 'weight')) !== weight)
      setField(draft, id, [...list, index, 'weight'], weight);
  });
  const weight = weights.at(-1) ?? 0;
  if (like) put(draft, id, added, destination.host, weight, like);
  else setField(draft, id, added, { destination: value, weight });
  return added;
}

/** Writes a destination as it stands elsewhere, then what is different here. */
function put(
  draft: Draft,
  id: ResourceId,
  path: Path,
  host: string,
  weight: number | undefined,
  { value, as }: AsWritten,
): void {
  setField(draft, id, path, value, as);
  setField(draft, id, [...path, 'destination', 'host'], host);
  if (weight !== undefined) setField(draft, id, [...path, 'weight'], weight);
  else if (member(value, 'weight') !== undefined) removeField(draft, id, [...path, 'weight']);
}
