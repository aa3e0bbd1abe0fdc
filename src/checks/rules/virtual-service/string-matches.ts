import type { Finding } from '../../finding.ts';
import { refuse, removing, renamingKey, setting } from '../../say.ts';
import type { SpecRule } from '../../spec-rule.ts';
import { all, entries, type Entry, type Spot } from '../../spot.ts';
import { isMatchableHeader } from '../../values/header.ts';
import { quote } from '../../words.ts';

/** Matches that must not begin with nothing. For the path an empty prefix is allowed. */
const prefixes: readonly string[] = [
  'scheme',
  'method',
  'authority',
  'queryParams{}',
  'headers{}',
  'withoutHeaders{}',
].map((place) => `http[].match[].${place}.prefix`);

/** Matches by text: names of headers, and prefixes that say nothing. */
export const stringMatches: SpecRule = ({ spec }) => [
  ...all(spec, prefixes).flatMap(emptyPrefix),
  ...all(spec, 'http[].match[].headers').flatMap((headers) =>
    entries(headers).flatMap((header) => [...headerName(header), ...noValue(header)]),
  ),
  ...all(spec, 'http[].match[].withoutHeaders').flatMap((headers) => entries(headers).flatMap(headerName)),
];

function emptyPrefix(spot: Spot): readonly Finding[] {
  if (spot.value !== '') return [];
  const what =
    'Everything begins with an empty prefix. Write the prefix, or an empty match {} if it is enough that the value is there.';
  return [
    refuse('MW0410', spot, what, {
      mends: [setting(spot.path.slice(0, -1), {}, 'Match whenever it is there')],
    }),
  ];
}

function headerName(header: Entry): readonly Finding[] {
  if (isMatchableHeader(header.key)) return [];
  const meant = header.key.trim().replace(/:$/, '').replaceAll(/\s+/g, '-');
  const good = meant !== header.key && isMatchableHeader(meant);
  const mends = [
    ...(good ? [renamingKey(header.path, meant)] : []),
    removing(header.path, 'Remove the match'),
  ];
  const what = header.key.startsWith('@')
    ? `${quote(header.key)} names no claim; write @request.auth.claims.name or @request.auth.claims[name].`
    : header.key === ''
      ? 'The header to match has no name.'
      : `${quote(header.key)} cannot be the name of a header: it holds characters that HTTP does not allow there.`;
  return [refuse('MW0411', header, what, { at: 'key', mends })];
}

/** The API server drops a null from an object and keeps it in a map, where istiod finds it. */
function noValue(header: Entry): readonly Finding[] {
  if (header.value !== null) return [];
  const what = `The match for the header ${quote(header.key)} is empty. Write {} if the header must only be there.`;
  return [
    refuse('MW0412', header, what, {
      at: 'key',
      mends: [setting(header.path, {}, 'Match whenever it is there')],
    }),
  ];
}
