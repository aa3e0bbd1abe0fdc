import { asList, asMap, asNumber, asText, member, valueAt, type ResourceId } from '../istio/index.ts';
import { RefusedError, type Path, type YamlValue } from '../yaml/index.ts';
import type { Destination } from './destination.ts';
import { disconnect } from './disconnect.ts';
import type { Draft } from './draft.ts';
import { removeField, setField } from './edit-field.ts';
import { weightsOf } from './weights.ts';

/**
 * Leads one way of a rule (`…route[1]`, `…mirror`, `…mirrors[0]`) somewhere else; its weight and all else that it says
 * stay. Where the rule sends there already, the two become one. Returns the path of the way.
 */
export function reconnect(draft: Draft, id: ResourceId, path: Path, destination: Destination): Path {
  const { value } = draft.resource(id);
  const at = path.at(-1) === 'mirror' ? path : [...path, 'destination'];
  if (!asMap(valueAt(value, at))) throw new RefusedError('not-found', 'There is no such way any more.');
  const list = path.slice(0, -1);
  const index = path.at(-1);
  const routes = list.at(-1) === 'route' ? asList(valueAt(value, list)) : [];
  const twin = routes.findIndex((route, other) => other !== index && isSame(route, destination));
  if (twin >= 0 && typeof index === 'number') return merge(draft, id, list, index, twin);
  put(draft, id, [...at, 'host'], destination.host);
  put(draft, id, [...at, 'subset'], destination.subset);
  if (destination.port === undefined) put(draft, id, [...at, 'port'], undefined);
  else put(draft, id, [...at, 'port', 'number'], destination.port);
  return path;
}

/** Whether a route leads there already. */
export function isSame(route: YamlValue, { host, subset, port }: Destination): boolean {
  const at = (path: Path) => valueAt(route, ['destination', ...path]);
  return (
    asText(at(['host'])) === host &&
    asText(at(['subset'])) === subset &&
    asNumber(at(['port', 'number'])) === port
  );
}

function put(draft: Draft, id: ResourceId, path: Path, value: string | number | undefined): void {
  const now = valueAt(draft.resource(id).value, path);
  if (value === undefined ? now === undefined : now === value) return;
  if (value === undefined) removeField(draft, id, path);
  else setField(draft, id, path, value);
}

/** The one goes, the other gets its share too. */
function merge(draft: Draft, id: ResourceId, list: Path, index: number, twin: number): Path {
  const weights = weightsOf(asList(valueAt(draft.resource(id).value, list)));
  const both = (weights[index] ?? 0) + (weights[twin] ?? 0);
  const left = weights.flatMap((weight, at) => (at === index ? [] : at === twin ? both : weight));
  disconnect(draft, id, [...list, index]);
  const now = asList(valueAt(draft.resource(id).value, list));
  left.forEach((weight, at) => {
    const written = asNumber(member(now[at], 'weight'));
    if (written !== undefined && written !== weight) setField(draft, id, [...list, at, 'weight'], weight);
  });
  return [...list, twin > index ? twin - 1 : twin];
}
