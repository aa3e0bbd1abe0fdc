import { asText, key, member, specOf, valueAt, asList, asNumber } from '../../../istio/index.ts';
import type { YamlValue } from '../../../yaml/index.ts';
import type { Finding } from '../../finding.ts';
import type { LinkedRule } from '../../linked/linked-rule.ts';
import { say, setting } from '../../say.ts';
import { all, at, text, type Spot } from '../../spot.ts';
import { quote } from '../../words.ts';

const ROUTES = ['ROUTE_CONFIGURATION', 'HTTP_ROUTE'];
const FILTERS = ['NETWORK_FILTER', 'HTTP_FILTER'];
const RELATIVE = ['INSERT_BEFORE', 'INSERT_AFTER', 'REMOVE', 'REPLACE'];
const INSERT = {
  INSERT_BEFORE: 'before',
  INSERT_AFTER: 'after',
  REMOVE: 'in place of',
  REPLACE: 'in place of',
};

/** Patches of an EnvoyFilter: what each does is possible where it is done, and in which order. */
export const envoyPatches: LinkedRule = ({ spec, resource, view }) => {
  const ordered = (asNumber(member(specOf(resource), 'priority')) ?? 0) !== 0;
  return all(spec, 'configPatches[]').flatMap((patch): readonly Finding[] => {
    const operation = text(at(patch, 'patch', 'operation')) ?? '';
    const applyTo = text(at(patch, 'applyTo')) ?? '';
    const impossible = impossibleAt(patch, operation, applyTo);
    if (impossible) return [impossible];
    if (!RELATIVE.includes(operation) || ordered) return [];
    const name = filterOf(patch.value);
    const versioned =
      name !== undefined &&
      view
        .find(key.kind('EnvoyFilter'))
        .some((other) => other.id !== resource.id && versionedFilters(specOf(other)).includes(name));
    const where = INSERT[operation as keyof typeof INSERT];
    const what = versioned
      ? `Another EnvoyFilter patches ${quote(name)} for some versions of proxies only. Without a priority this one may come ${where} something that is not there.`
      : `This is put ${where} something else. Without a priority the order among EnvoyFilters is by age; give it one.`;
    return [
      say(versioned ? 'MW2805' : 'MW2801', at(patch, 'patch', 'operation'), what, {
        mends: [setting(['spec', 'priority'], 10, 'Give it the priority 10')],
      }),
    ];
  });
};

function impossibleAt(patch: Spot, operation: string, applyTo: string): Finding | undefined {
  const spot = at(patch, 'patch', 'operation');
  const onRoutes = ROUTES.includes(applyTo);
  if (operation === 'ADD' && onRoutes)
    return say(
      'MW2803',
      spot,
      `Nothing can be added to ${applyTo}. Merge into it, or write a VirtualService.`,
      {
        mends: [setting(spot.path, 'MERGE')],
      },
    );
  if (operation === 'REMOVE' && onRoutes)
    return say('MW2804', spot, `Nothing can be removed from ${applyTo}. Write a VirtualService.`);
  if (operation === 'REPLACE' && !FILTERS.includes(applyTo))
    return say(
      'MW2802',
      spot,
      `REPLACE is for NETWORK_FILTER and HTTP_FILTER, not for ${applyTo || 'this'}.`,
      {
        mends: [setting(spot.path, 'MERGE')],
      },
    );
  return undefined;
}

const filterOf = (patch: YamlValue): string | undefined =>
  asText(valueAt(patch, ['patch', 'value', 'name'])) ??
  asText(valueAt(patch, ['match', 'listener', 'filterChain', 'filter', 'name']));

/** The filters that patches for some versions of proxies are about. */
const versionedFilters = (spec: YamlValue): readonly string[] =>
  asList(member(spec, 'configPatches')).flatMap((patch) => {
    const version = asText(valueAt(patch, ['match', 'proxy', 'proxyVersion']));
    return version ? (filterOf(patch) ?? []) : [];
  });
