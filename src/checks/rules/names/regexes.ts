import type { Finding } from '../../finding.ts';
import { refuse, setting } from '../../say.ts';
import type { SpecRule, Subject } from '../../spec-rule.ts';
import { all, texts, type Spot } from '../../spot.ts';
import { utf8Length } from '../../values/utf8.ts';
import { quote } from '../../words.ts';

/** By which rules choose requests. */
export const ofMatches: readonly string[] = [
  'http[].match[].uri.regex',
  'http[].match[].scheme.regex',
  'http[].match[].method.regex',
  'http[].match[].authority.regex',
  'http[].match[].headers{}.regex',
  'http[].match[].withoutHeaders{}.regex',
  'http[].match[].queryParams{}.regex',
];

const places: readonly string[] = [...ofMatches, 'http[].corsPolicy.allowOrigins[].regex'];

/** Regular expressions that RE2, which Envoy uses, does not take. */
export const regexes: SpecRule = (subject) => [
  ...texts(all(subject.spec, places)).flatMap((spot) => regexAt(spot, subject)),
  // An empty one to rewrite by is no regular expression, but a missing field.
  ...texts(all(subject.spec, 'http[].rewrite.uriRegexRewrite.match')).flatMap((spot) =>
    spot.value === '' ? [] : regexAt(spot, subject),
  ),
];

/** Envoy's limit for the length of a pattern, in bytes. */
const LONGEST = 1024;

function regexAt(spot: Spot<string>, { context }: Subject): readonly Finding[] {
  const pattern = spot.value;
  if (pattern === '*' && spot.path.includes('withoutHeaders')) return [];
  if (pattern === '')
    return [
      refuse('MW0329', spot, 'A regular expression must not be empty.', {
        mends: [setting(spot.path, '.*')],
      }),
    ];
  if (utf8Length(pattern) > LONGEST)
    return [refuse('MW0329', spot, `The regular expression has more than ${String(LONGEST)} bytes.`)];
  if (plain.test(pattern)) return [];
  const fault = context.regex(pattern)?.fault ?? null;
  if (fault === null) return [];
  const meant = glob(pattern);
  const mends =
    meant !== undefined && context.regex(meant)?.fault === null ? [setting(spot.path, meant)] : [];
  const what = `${quote(pattern)} is no regular expression of the kind that Envoy uses (RE2): ${fault}.${hint(pattern)}`;
  return [refuse('MW0330', spot, what, { mends })];
}

/** Letters, digits, slashes, and dots with at most one sign of repetition: most patterns, and good without asking RE2. */
const plain = /^\^?(?:[\w/ -]|\.[*+?]?)+\$?$/;

function hint(pattern: string): string {
  if (/\(\?<?[=!]/.test(pattern))
    return ' Look-ahead and look-behind do not exist there; say it with several matches.';
  return /\\[1-9]/.test(pattern) ? ' References back to groups do not exist there.' : '';
}

/** `*` and `*.css` of people who think of file names. */
function glob(pattern: string): string | undefined {
  if (!pattern.startsWith('*') || /[()[\]{}+?|\\]/.test(pattern)) return undefined;
  return pattern.replaceAll(/\.(?!\*)/g, String.raw`\.`).replaceAll(/(?<!\.)\*/g, '.*');
}
