import type { Finding } from '../../finding.ts';
import { refuse, removing } from '../../say.ts';
import type { SpecRule } from '../../spec-rule.ts';
import { all, at, isFilled, isPresent, type Spot } from '../../spot.ts';

/** Rewrites: something must change, and the path in one way only. */
export const rewrite: SpecRule = ({ spec }) => all(spec, 'http[].rewrite').flatMap(faults);

function faults(spot: Spot): readonly Finding[] {
  const [uri, regex, authority] = [at(spot, 'uri'), at(spot, 'uriRegexRewrite'), at(spot, 'authority')];
  if (!isFilled(uri) && !isPresent(regex) && !isFilled(authority)) {
    const what = 'This rewrite changes nothing. Set "uri", "uriRegexRewrite" or "authority", or remove it.';
    return [refuse('MW0431', spot, what, { at: 'key', mends: [removing(spot.path)] })];
  }
  if (!isPresent(regex)) return [];
  return [...twoWays(uri, regex), ...incomplete(regex)];
}

function twoWays(uri: Spot, regex: Spot): readonly Finding[] {
  if (!isFilled(uri)) return [];
  const what = 'The path can be rewritten as a whole or by a regular expression, not both.';
  return [refuse('MW0432', regex, what, { at: 'key', mends: [removing(regex.path), removing(uri.path)] })];
}

function incomplete(regex: Spot): readonly Finding[] {
  return ['match', 'rewrite']
    .filter((name) => !isFilled(at(regex, name)))
    .map((name) => {
      const what = `"uriRegexRewrite" needs both what to find ("match") and what takes its place ("rewrite"); "${name}" is missing.`;
      return refuse('MW0433', isPresent(at(regex, name)) ? at(regex, name) : regex, what, {
        at: 'key',
        mends: [removing(regex.path)],
      });
    });
}
