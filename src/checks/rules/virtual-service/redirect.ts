import type { Finding } from '../../finding.ts';
import { refuse, removing, setting } from '../../say.ts';
import type { SpecRule } from '../../spec-rule.ts';
import { all, at, isFilled, isPresent, has, number, text, type Spot } from '../../spot.ts';
import { quote } from '../../words.ts';

/** Redirects: something must change, in ways that go together. */
export const redirect: SpecRule = ({ spec }) =>
  has(spec, 'http[].redirect') ? all(spec, 'http[]').flatMap(ofRule) : [];

function ofRule(rule: Spot): readonly Finding[] {
  const spot = at(rule, 'redirect');
  if (!isPresent(spot)) return [];
  return [
    ...nothingChanges(spot),
    ...twoPaths(spot),
    ...prefixOfWhat(rule, spot),
    ...code(spot),
    ...scheme(spot),
  ];
}

function nothingChanges(spot: Spot): readonly Finding[] {
  const changes = ['uri', 'prefixRewrite', 'authority', 'scheme', 'port'].some((name) =>
    isFilled(at(spot, name)),
  );
  // A port of 0 is a port to the API, of which the schema speaks.
  if (changes || isPresent(at(spot, 'port')) || isPresent(at(spot, 'derivePort'))) return [];
  const what =
    'This redirect changes nothing, so clients would come back for ever. Set "uri", "prefixRewrite", "authority", "scheme" or "port".';
  const mends = [setting([...spot.path, 'scheme'], 'https', 'Redirect to https')];
  return [refuse('MW0426', spot, what, { at: 'key', mends })];
}

function twoPaths(spot: Spot): readonly Finding[] {
  const [whole, prefix] = [at(spot, 'uri'), at(spot, 'prefixRewrite')];
  if (!isFilled(whole) || !isFilled(prefix)) return [];
  const what =
    '"uri" replaces the whole path and "prefixRewrite" a part of it; a redirect can have one of them.';
  return [
    refuse('MW0427', prefix, what, { at: 'key', mends: [removing(prefix.path), removing(whole.path)] }),
  ];
}

function prefixOfWhat(rule: Spot, spot: Spot): readonly Finding[] {
  const rewrite = at(spot, 'prefixRewrite');
  if (!isFilled(rewrite)) return [];
  const others = all(rule, 'match[].uri').filter((uri) => !isPresent(at(uri, 'prefix')));
  return others.slice(0, 1).map((uri) => {
    const exact = text(at(uri, 'exact'));
    const mends = [removing(rewrite.path)];
    if (exact !== undefined && others.length === 1) {
      mends.unshift(setting(uri.path, { prefix: exact }, 'Match the path by prefix'));
    }
    const what =
      '"prefixRewrite" replaces the prefix that was matched, and a match of this rule asks for the path in another way.';
    return refuse('MW0428', rewrite, what, { at: 'key', mends });
  });
}

function code(spot: Spot): readonly Finding[] {
  const written = at(spot, 'redirectCode');
  const value = number(written);
  if (value === undefined || value === 0 || (value >= 300 && value <= 399)) return [];
  const what = `${String(value)} is no status of a redirect; these are 300 to 399, such as 301 (for good) and 302 (for now).`;
  return [
    refuse('MW0429', written, what, { mends: [setting(written.path, 301), setting(written.path, 302)] }),
  ];
}

function scheme(spot: Spot): readonly Finding[] {
  const written = at(spot, 'scheme');
  const value = text(written);
  if (value === undefined || value === '' || value === 'http' || value === 'https') return [];
  const lower = value.toLowerCase().replace(/:.*$/, '');
  const meant = lower === 'http' ? 'http' : 'https';
  const what = `A redirect leads to "http" or "https", not to ${quote(value)}.`;
  return [refuse('MW0430', written, what, { mends: [setting(written.path, meant)] })];
}
