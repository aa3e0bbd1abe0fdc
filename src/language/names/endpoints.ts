import { asList, asText, asTexts, EXPECTATIONS, member, specOf, type Resource } from '../../istio/index.ts';
import type { YamlValue } from '../../yaml/index.ts';
import { calledBy, ofType, type KnownName, type NamePlace } from './place.ts';

/** Of a scenario whose endpoints are many, these can be meant by name. */
const OWN = 100;

/** The endpoints that a scenario declares, as it calls them: of several, each with its number. */
function* declared({ textAt }: NamePlace): Iterable<KnownName & { readonly locality: string }> {
  for (let index = 0; index < OWN; index++) {
    const at = ['endpoints', index];
    const name = textAt([...at, 'name']);
    if (name === undefined) return;
    const locality = textAt([...at, 'locality']) ?? '';
    const count = Number(textAt([...at, 'count']) ?? 1);
    if (!(count > 1)) yield { name, from: 'this scenario', locality };
    else
      for (let number = 1; number <= Math.min(count, OWN); number++)
        yield { name: `${name}-${number}`, from: 'this scenario', locality };
  }
}

/** What of the files is an endpoint with an address: those of ServiceEntries, and WorkloadEntries. */
function* written(place: NamePlace): Iterable<KnownName & { readonly locality: string }> {
  const told = (of: Resource, value: YamlValue) => ({
    name: asText(member(value, 'address')) ?? '',
    from: calledBy(of),
    locality: asText(member(value, 'locality')) ?? '',
  });
  for (const entry of ofType(place, 'ServiceEntry')) {
    const endpoints = asList(member(specOf(entry), 'endpoints'));
    for (const endpoint of endpoints) yield told(entry, endpoint);
    // Without any, the host's own address is one, and called by its name.
    if (endpoints.length === 0)
      for (const address of asTexts(member(specOf(entry), 'hosts'))) yield told(entry, { address });
  }
  for (const entry of ofType(place, 'WorkloadEntry')) yield told(entry, specOf(entry));
}

/** Those of the files are none of a scenario's that declares its own. */
function endpointsOf(place: NamePlace): readonly (KnownName & { readonly locality: string })[] {
  const own = place.type === EXPECTATIONS ? [] : [...declared(place)];
  return own.length ? own : [...written(place)];
}

/** Endpoints by the names that a load scenario gives them. */
export function* endpoints(place: NamePlace): Iterable<KnownName> {
  for (const { name, from } of endpointsOf(place)) yield { name, from };
}

/** Where those endpoints run: as it is written, and the regions that it is in. */
export function* localities(place: NamePlace): Iterable<KnownName> {
  const all = endpointsOf(place);
  for (const { locality, from } of all) yield { name: locality, from };
  for (const { locality } of all) yield { name: locality.split('/', 1)[0] ?? '', from: 'the whole region' };
}

/** What can be in trouble: an endpoint, or a locality. */
export function* troubled(place: NamePlace): Iterable<KnownName> {
  yield* endpoints(place);
  yield* localities(place);
}
