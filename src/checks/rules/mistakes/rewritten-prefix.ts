import type { Path, YamlMap, YamlValue } from '../../../yaml/index.ts';
import type { Finding, Mend } from '../../finding.ts';
import { say, setting } from '../../say.ts';
import type { SpecRule } from '../../spec-rule.ts';
import { all, at, isPresent, items, text, type Spot } from '../../spot.ts';
import { asMap } from '../../visit.ts';
import { quote } from '../../words.ts';

/** Paths that come out of a rewrite otherwise than they look: what was matched is cut off, and the new put in its place. */
export const rewrittenPrefix: SpecRule = ({ spec }) =>
  all(spec, 'http[]').flatMap((rule) => {
    const uri = at(rule, 'rewrite', 'uri');
    const to = text(uri);
    if (!to) return [];
    if (!to.startsWith('/')) return [withoutSlash(uri, to)];
    const match = items(at(rule, 'match')).find((one) => text(at(one, 'uri', 'prefix')) !== undefined);
    return match ? ofPrefix(match, rule, uri, to) : [];
  });

function withoutSlash(uri: Spot, to: string): Finding {
  const what = `The rewritten path begins with ${quote(to)} as it is written, without a slash, and servers refuse such a path.`;
  return say('MW1122', uri, what, { mends: [setting(uri.path, `/${to}`)] });
}

function ofPrefix(match: Spot, rule: Spot, uri: Spot, to: string): readonly Finding[] {
  const from = text(at(match, 'uri', 'prefix')) ?? '';
  const [cut, put] = [from.endsWith('/'), to.endsWith('/')];
  if (from === '' || from === '/') return [];
  if (!cut && put) {
    const what = `${from}/x becomes ${to}/x, with two slashes: ${quote(from)} is cut off, and the slash behind it stays.`;
    return [say('MW1120', uri, what, { mends: inSegments(match, rule, from) })];
  }
  if (cut && !put) {
    const what = `${from}x becomes ${to}x: ${quote(from)} is cut off with its slash, and ${quote(to)} brings none.`;
    return [say('MW1120', uri, what, { mends: [setting(uri.path, `${to}/`)] })];
  }
  if (cut || to === from) return [];
  const what = `The prefix ${quote(from)} takes ${from}base as well, and makes ${to}base of it: prefixes are compared letter by letter.`;
  const regex = { match: `^${escaped(from)}(/|$)`, rewrite: `${to.replaceAll('\\', '\\\\')}\\1` };
  return [
    say('MW1121', { path: [...match.path, 'uri', 'prefix'] }, what, {
      mends: inSegments(match, rule, from, [
        { path: [...rule.path, 'rewrite', 'uriRegexRewrite'], value: regex },
        { path: uri.path, value: undefined },
      ]),
    }),
  ];
}

const escaped = (literal: string): string => literal.replaceAll(/[.*+?()[\]{}|^$\\]/g, '\\$&');

/** The path itself and what is below it, as two matches, where this is the only match that there is. */
function inSegments(
  match: Spot,
  rule: Spot,
  from: string,
  others: readonly { readonly path: Path; readonly value: YamlValue | undefined }[] = [],
): readonly Mend[] {
  const list = at(rule, 'match');
  if (items(list).length !== 1 || isPresent(at(rule, 'rewrite', 'uriRegexRewrite'))) return [];
  const rest: YamlMap = asMap(match.value) ?? {};
  const steps = [
    { path: match.path, value: { ...rest, uri: { exact: from } } },
    { path: [...list.path, 1], value: { ...rest, uri: { prefix: `${from}/` } } },
    ...others,
  ].map(({ path, value }) =>
    value === undefined
      ? { kind: 'remove-field' as const, path }
      : { kind: 'set-field' as const, path, value },
  );
  return [{ title: `Match ${from} and what is below ${from}/`, steps }];
}
