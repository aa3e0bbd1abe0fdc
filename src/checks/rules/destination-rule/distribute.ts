import type { Finding } from '../../finding.ts';
import { refuse } from '../../say.ts';
import type { SpecRule } from '../../spec-rule.ts';
import { all, at, entries, isFilled, number, text, texts, type Spot } from '../../spot.ts';
import { quote } from '../../words.ts';
import { policyParts } from './policies.ts';

/** Shares of traffic by place. */
export const distribute: SpecRule = ({ spec }) =>
  policyParts(spec, 'loadBalancer').flatMap((balancer) => {
    const setting = at(balancer, 'localityLbSetting');
    // Beside `failover` neither is read.
    if (isFilled(at(setting, 'failover')) && isFilled(at(setting, 'distribute'))) return [];
    const list = all(setting, 'distribute[]');
    const from = list.map((each) => ({ spot: at(each, 'from'), place: text(at(each, 'from')) ?? '' }));
    return [
      ...list.flatMap((each) => shares(at(each, 'to'))),
      ...listed(from),
      ...list.flatMap((each) =>
        keyed(entries(at(each, 'to')).map((entry) => ({ spot: entry, place: entry.key }))),
      ),
    ];
  });

function shares(to: Spot): readonly Finding[] {
  const written = entries(to);
  const numbers = written.map((share) => number(share) ?? 0);
  const sum = numbers.reduce((before, share) => before + share, 0);
  // Of shares out of range the schema speaks.
  if (sum === 100 || texts([to]).length > 0 || numbers.some((share) => share < 1 || share > 100)) return [];
  const what = `The shares add up to ${String(sum)} and must be 100 together.`;
  const mended = toHundred(numbers);
  const steps = written.map((share, index) => ({
    kind: 'set-field' as const,
    path: share.path,
    value: mended[index] ?? 1,
  }));
  const mends =
    written.length > 0 && mended.every((share) => share >= 1)
      ? [{ title: 'Make them 100 in proportion', steps }]
      : [];
  return [refuse('MW0517', to, what, { at: 'key', mends })];
}

/** In proportion and whole; what rounding leaves goes to the largest. */
function toHundred(numbers: readonly number[]): readonly number[] {
  const sum = numbers.reduce((before, share) => before + share, 0);
  const scaled = numbers.map((share) => Math.max(1, Math.floor((share * 100) / sum)));
  const rest = 100 - scaled.reduce((before, share) => before + share, 0);
  const largest = scaled.indexOf(Math.max(...scaled));
  return scaled.map((share, index) => (index === largest ? share + rest : share));
}

interface Named {
  readonly spot: Spot;
  readonly place: string;
}

/** Places of a list must be well formed, and none may overlap with an earlier one, as far as istiod sees it. */
function listed(named: readonly Named[]): readonly Finding[] {
  return named.flatMap((each, index) => {
    const before = named.slice(0, index).find(({ place }) => overlaps(place, each.place));
    return before
      ? [misplaced(each, `it overlaps with "${before.place}"`, 'value')]
      : malformed(each, 'value');
  });
}

/** Of the keys of a map Go knows no order, so a pair that istiod sees one way round only is refused now and then. */
function keyed(named: readonly Named[]): readonly Finding[] {
  return named.flatMap((each, index) => {
    const before = named
      .slice(0, index)
      .find(({ place }) => overlaps(place, each.place) || overlaps(each.place, place));
    if (!before) return malformed(each, 'key');
    const found = misplaced(each, `it overlaps with "${before.place}"`, 'key');
    const sure = overlaps(before.place, each.place) && overlaps(each.place, before.place);
    return [sure ? found : { ...found, severity: 'warning' as const }];
  });
}

const malformed = (each: Named, mark: Finding['at']): readonly Finding[] => {
  const fault = faultOfPlace(each.place);
  return fault ? [misplaced(each, fault, mark)] : [];
};

const misplaced = ({ spot, place }: Named, fault: string, mark: Finding['at']): Finding =>
  refuse('MW0518', spot, `${quote(place)} cannot stand here: ${fault}.`, { at: mark });

function faultOfPlace(place: string): string | null {
  if (place.slice(0, -1).includes('*')) return 'a star may stand only at the end, for all that is left';
  return parts(place).includes('') ? 'region, zone and subzone must not be empty' : null;
}

/** Region, zone and subzone. */
const parts = (place: string): readonly string[] => {
  const [region = '', zone, ...rest] = place.split('/');
  return [region, ...(zone === undefined ? [] : [zone]), ...(rest.length > 0 ? [rest.join('/')] : [])];
};

/** Whether istiod takes `later` for an overlap with `earlier`: it misses a wider place that comes after a narrower one with a star. */
function overlaps(earlier: string, later: string): boolean {
  if (earlier === '*') return true;
  const [before, after] = [parts(earlier), parts(later)];
  if (before[0] !== after[0]) return false;
  for (let depth = 1; depth < after.length; depth++) {
    if (before[depth] === undefined || before[depth] === '*') return true;
    if (before[depth] !== after[depth]) return false;
  }
  return true;
}
