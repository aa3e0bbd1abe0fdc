import { refuse, removingAll } from '../../say.ts';
import type { SpecRule } from '../../spec-rule.ts';
import { all, at, entries, items, isFilled, has, type Spot } from '../../spot.ts';
import { isClaim } from '../../values/header.ts';
import { appliesToMesh, namesMesh } from './binding.ts';

/** Routing by claims of a token works at gateways alone; sidecars do not know the claims when they choose a route. */
export const claims: SpecRule = ({ spec }) => {
  if (!has(spec, 'http[].match[].headers', 'http[].match[].withoutHeaders') || !appliesToMesh(spec))
    return [];
  const gateways = at(spec, 'gateways');
  const mends = leavingMesh(gateways);
  return all(spec, 'http[].match[]')
    .flatMap((match) => [...entries(at(match, 'headers')), ...entries(at(match, 'withoutHeaders'))])
    .filter(({ key }) => isClaim(key))
    .map((header) => {
      const what = `Routing by a claim works at gateways only, and these rules count for sidecars${isFilled(gateways) ? ' too' : ''}. Name the Gateways in "gateways" and leave "mesh" out.`;
      return refuse('MW0413', header, what, { at: 'key', mends });
    });
};

function leavingMesh(gateways: Spot) {
  const mesh = items(gateways).filter(({ value }) => value === 'mesh');
  if (!namesMesh(gateways) || mesh.length === items(gateways).length) return [];
  return [
    removingAll(
      mesh.map(({ path }) => path),
      'Leave the mesh out',
    ),
  ];
}
