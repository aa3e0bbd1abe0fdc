import {
  asList,
  asMap,
  asNumber,
  asText,
  member,
  namespaceOf,
  resolveHost,
  valueAt,
  type Resource,
  type ResourceId,
} from '../istio/index.ts';
import { delegateOf, rulesOf } from '../routing/index.ts';
import { isWithin, RefusedError, samePath, type Path, type YamlValue } from '../yaml/index.ts';
import { asWritten } from './as-written.ts';
import { connectDelegate } from './connect-delegate.ts';
import { connectDestination } from './connect-destination.ts';
import { connectMirror } from './connect-mirror.ts';
import { ruleAt, type Destination } from './destination.ts';
import { disconnect } from './disconnect.ts';
import type { Draft } from './draft.ts';
import { setField } from './edit-field.ts';

/**
 * Has another rule send what one way of a rule (`…route[1]`, `…mirror`, `…mirrors[0]`, `…delegate`) sends, instead of that
 * rule. Both rules' weights keep their total; what else the way says goes along as it is written, with its comments. Returns
 * its path after the move. Throws where the other rule cannot take it.
 */
export function moveWay(draft: Draft, id: ResourceId, path: Path, to: ResourceId, rule: Path): Path {
  const way = valueAt(draft.resource(id).value, path);
  if (asMap(way) === undefined) throw new RefusedError('not-found', 'There is no such way any more.');
  if (to === id && isWithin(path, rule))
    throw new RefusedError('duplicate', 'This way starts at this rule already.');
  if (!ruleAt(draft.resource(to), rule))
    throw new RefusedError('not-found', 'There is no such rule any more.');
  const before = rulesIn(draft, id, path);
  const moved = take(draft, id, path, to, rule);
  disconnect(draft, id, path, true);
  const from = path.slice(0, 3);
  const isGone = rulesIn(draft, id, path) < before;
  const shifts = to === id && isGone && from[1] === rule[1] && Number(from[2]) < Number(rule[2]);
  return shifts ? [...moved.slice(0, 2), Number(rule[2]) - 1, ...moved.slice(3)] : moved;
}

const rulesIn = (draft: Draft, id: ResourceId, path: Path): number =>
  asList(valueAt(draft.resource(id).value, path.slice(0, 2))).length;

/** Writes the way at the other rule. */
function take(draft: Draft, id: ResourceId, path: Path, to: ResourceId, rule: Path): Path {
  const [resource, target] = [draft.resource(id), draft.resource(to)];
  const like = (...at: Path) => asWritten(draft, id, [...path, ...at]);
  const destination = (...at: Path) =>
    said(draft, resource, valueAt(resource.value, [...path, ...at]), target);
  if (path.at(-1) === 'delegate')
    return connectDelegate(draft, to, rule, delegateAt(draft, resource, path.slice(0, -1)), like());
  if (path.at(-2) === 'route') return connectDestination(draft, to, rule, destination('destination'), like());
  const isListed = path.at(-2) === 'mirrors';
  const inWay = isListed ? ['destination'] : [];
  const mirror = like(...inWay);
  // What is said above an item is said of the mirror.
  const as = mirror.as && { ...mirror.as, above: [...(like().as?.above ?? [])] };
  const way = connectMirror(draft, to, rule, destination(...inWay), { ...mirror, as });
  const shareOf = (at: Path, listed: boolean) =>
    listed ? [...at, 'percentage'] : [...at.slice(0, -1), 'mirrorPercentage'];
  const share = asWritten(draft, id, shareOf(path, isListed));
  if (share.value !== null) setField(draft, to, shareOf(way, way.at(-1) !== 'mirror'), share.value, share.as);
  return way;
}

/** A destination in the words of another resource: a short name means something else in another namespace. */
function said(draft: Draft, from: Resource, value: YamlValue | undefined, to: Resource): Destination {
  const { settings } = draft.mesh;
  const written = asText(member(value, 'host')) ?? '';
  const [mine, its] = [from, to].map((each) => namespaceOf(each, settings));
  const host = mine === its ? written : resolveHost(written, mine ?? '', settings.clusterDomain);
  const [subset, port] = [asText(member(value, 'subset')), asNumber(valueAt(value, ['port', 'number']))];
  return { host, ...(subset !== undefined && { subset }), ...(port !== undefined && { port }) };
}

/** The VirtualService that a rule delegates to. */
function delegateAt(draft: Draft, from: Resource, rule: Path): ResourceId {
  const written = rulesOf(from).find(({ path }) => samePath(path, rule));
  const named = written && delegateOf(draft.mesh, from, written);
  if (named?.found) return named.found.id;
  throw new RefusedError('not-found', `There is no VirtualService ${named?.name ?? ''} to delegate to.`);
}
