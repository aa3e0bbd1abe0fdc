import { asList, asText, asTexts, key, member, specOf, type Resource } from '../../../istio/index.ts';
import type { LinkedRule } from '../../linked/linked-rule.ts';
import { say } from '../../say.ts';
import { quote } from '../../words.ts';
import { destinationSpots } from '../references/destination-spots.ts';

/** Destinations behind a Gateway that have routing rules of their own for the mesh, which do not apply there. */
export const passedByRules: LinkedRule = (subject) => {
  const { spec, view } = subject;
  if (!asTexts(member(spec.value, 'gateways')).length) return [];
  const told = new Set<string>();
  return destinationSpots(subject).flatMap((spot) => {
    if (spot.mirror || spot.path[1] !== 'http' || asText(member(spot.value, 'subset'))) return [];
    const other = view
      .find(key.host('VirtualService', spot.host))
      .find(
        (one) =>
          asTexts(member(specOf(one), 'hosts')).includes(spot.written) && picksSubset(one, spot.written),
      );
    if (!other || told.has(spot.written)) return [];
    told.add(spot.written);
    const what = `VirtualService ${other.name} picks subsets of ${quote(spot.written)}, but only for calls within the mesh. The gateway sends to all of its endpoints; name a subset here if that is not meant.`;
    return [say('MW2114', { path: [...spot.path, 'host'] }, what)];
  });
};

const picksSubset = (virtualService: Resource, host: string): boolean =>
  asList(member(specOf(virtualService), 'http')).some((rule) =>
    asList(member(rule, 'route')).some((route) => {
      const destination = member(route, 'destination');
      return asText(member(destination, 'host')) === host && !!asText(member(destination, 'subset'));
    }),
  );
