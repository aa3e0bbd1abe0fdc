import type { Finding } from '../../finding.ts';
import { refuse, removingAll, setting } from '../../say.ts';
import type { SpecRule } from '../../spec-rule.ts';
import { all, at, isFilled, isPresent, text, type Spot } from '../../spot.ts';
import { closest, quote } from '../../words.ts';

/** Retries: of what, and at all. */
export const retries: SpecRule = ({ spec }) =>
  all(spec, 'http[].retries').flatMap((spot) => [...none(spot), ...conditions(at(spot, 'retryOn'))]);

function none(spot: Spot): readonly Finding[] {
  const attempts = at(spot, 'attempts');
  if (isFilled(attempts)) return [];
  const moot = ['perTryTimeout', 'retryOn', 'retryRemoteLocalities']
    .map((name) => at(spot, name))
    .filter((field) => (field.path.at(-1) === 'retryOn' ? isFilled(field) : isPresent(field)));
  if (moot.length === 0) return [];
  const zero = isPresent(attempts);
  const what = `${zero ? '"attempts: 0" turns retries off' : 'Without "attempts" there are no retries'}, so the other settings cannot stand there.`;
  return [
    refuse('MW0434', zero ? attempts : spot, what, {
      at: 'key',
      mends: [
        setting([...spot.path, 'attempts'], 2, 'Retry twice'),
        removingAll(
          moot.map(({ path }) => path),
          'Remove the other settings',
        ),
      ],
    }),
  ];
}

function conditions(spot: Spot): readonly Finding[] {
  const written = text(spot);
  if (written === undefined || written === '') return [];
  const parts = written.split(',');
  const bad = parts.find((part) => !isCondition(part));
  if (bad === undefined) return [];
  const meant = [...new Set(parts.map((part) => conditionMeant(part)).filter((part) => part !== undefined))];
  const what =
    bad.trim() === ''
      ? 'There is nothing between two commas of "retryOn", or after the last.'
      : bad !== bad.trim() && isCondition(bad.trim())
        ? '"retryOn" takes no spaces around its commas.'
        : `${quote(bad)} is nothing that Envoy can retry on. There are ${[...policies].slice(0, 6).join(', ')} and others, and statuses such as 503.`;
  const mends = meant.length > 0 ? [setting(spot.path, meant.join(','))] : [];
  return [refuse('MW0435', spot, what, { mends })];
}

const conditionMeant = (part: string): string | undefined => {
  const plain = part.trim();
  return isCondition(plain) ? plain : closest(plain, policies);
};

const isCondition = (part: string): boolean => policies.has(part) || isStatus(part);

const policies: ReadonlySet<string> = new Set([
  '5xx',
  'gateway-error',
  'reset',
  'connect-failure',
  'refused-stream',
  'unavailable',
  'cancelled',
  'deadline-exceeded',
  'internal',
  'resource-exhausted',
  'retriable-4xx',
  'retriable-status-codes',
  'retriable-headers',
  'reset-before-request',
  'envoy-ratelimited',
  'http3-post-connect-failure',
]);

/** Go reads the number, and takes those that HTTP has registered. */
const isStatus = (part: string): boolean => /^\+?\d+$/.test(part) && statuses.has(Number(part));

const statuses: ReadonlySet<number> = new Set(
  [
    [100, 101, 102, 103],
    [200, 201, 202, 203, 204, 205, 206, 207, 208, 226],
    [300, 301, 302, 303, 304, 305, 307, 308],
    [400, 401, 402, 403, 404, 405, 406, 407, 408, 409, 410, 411, 412, 413, 414, 415, 416, 417, 418],
    [421, 422, 423, 424, 425, 426, 428, 429, 431, 451],
    [500, 501, 502, 503, 504, 505, 506, 507, 508, 510, 511],
  ].flat(),
);
