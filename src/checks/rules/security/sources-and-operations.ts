import type { Finding } from '../../finding.ts';
import { refuse, removing, setting } from '../../say.ts';
import type { SpecRule } from '../../spec-rule.ts';
import { all, at, entries, isFilled, isPresent, texts, type Spot } from '../../spot.ts';
import { quote } from '../../words.ts';
import { addressOrRange } from '../names/addresses.ts';

/** Who calls and what is asked for: something in each, in forms that mean something. */
export const sourcesAndOperations: SpecRule = ({ spec }) => [
  ...all(spec, 'rules[].from[]').flatMap((from) => notEmpty(from, 'source')),
  ...all(spec, 'rules[].to[]').flatMap((to) => notEmpty(to, 'operation')),
  ...ofSources(spec, ['ipBlocks', 'notIpBlocks', 'remoteIpBlocks', 'notRemoteIpBlocks'])
    .filter(isFilled)
    .flatMap(addressOrRange),
  ...ofSources(spec, ['trustDomains', 'notTrustDomains']).flatMap(trustDomain),
  ...['ports', 'notPorts'].flatMap((name) =>
    texts(all(spec, `rules[].to[].operation.${name}[]`)).flatMap(portText),
  ),
];

const ofSources = (spec: Spot, names: readonly string[]): readonly Spot<string>[] =>
  names.flatMap((name) => texts(all(spec, `rules[].from[].source.${name}[]`)));

function notEmpty(around: Spot, name: 'source' | 'operation'): readonly Finding[] {
  const spot = at(around, name);
  if (entries(spot).some(isFilled)) return [];
  // Something of another shape is the schema's.
  if (isPresent(spot) && entries(spot).length === 0 && JSON.stringify(spot.value) !== '{}') return [];
  const what = `This ${name} asks for nothing. Name at least one thing that must fit, or remove it.`;
  const list = name === 'source' ? 'from' : 'to';
  const mends = [removing(around.path, `Remove it from "${list}"`)];
  return [refuse('MW0924', isPresent(spot) ? spot : around, what, { at: 'key', mends })];
}

/** A port as text. 0 passes. */
export function portText(spot: Spot<string>): readonly Finding[] {
  if (spot.value === '' || (/^\d{1,20}$/.test(spot.value) && Number(spot.value) <= 65535)) return [];
  const digits = /^\D*(\d{1,5})\D*$/.exec(spot.value)?.[1];
  const mends = digits !== undefined && Number(digits) <= 65535 ? [setting(spot.path, digits)] : [];
  return [
    refuse(
      'MW0925',
      spot,
      `${quote(spot.value)} is no port; these are numbers from 0 to 65535, written as text.`,
      { mends },
    ),
  ];
}

function trustDomain(spot: Spot<string>): readonly Finding[] {
  const { value } = spot;
  const stars = value.split('*').length - 1;
  const edge = stars === 0 || (stars === 1 && (value.startsWith('*') || value.endsWith('*')));
  if (edge && !value.includes('/')) return [];
  const what = `${quote(value)} is no trust domain: it has no slash, and a star at one end at most.`;
  const domain = value.replace(/^spiffe:\/\//, '').split('/')[0] ?? '';
  const mends =
    domain !== '' && domain !== value && !domain.includes('*') ? [setting(spot.path, domain)] : [];
  return [refuse('MW0926', spot, what, { mends })];
}
