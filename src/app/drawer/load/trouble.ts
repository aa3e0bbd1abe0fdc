import { asMap, asNumber, asText, member } from '../../../istio/index.ts';
import type { YamlMap, YamlValue } from '../../../yaml/index.ts';

/** What an endpoint can be made to do, as a choice. */
export const TROUBLES = [
  { value: 'answers 503', title: 'answers 503' },
  { value: 'answers 500', title: 'answers 500' },
  { value: 'answers 504', title: 'answers 504' },
  { value: 'slow', title: 'answers slowly' },
  { value: 'hangs', title: 'hangs' },
  { value: 'refuses', title: 'refuses connections' },
  { value: 'unreachable', title: 'cannot be reached' },
  { value: 'resets', title: 'breaks connections off' },
  { value: 'away', title: 'is gone' },
] as const;

export type TroubleChoice = (typeof TROUBLES)[number]['value'];

/** Which of the choices a step of a script is; null for one that only its text can say. */
export function troubleOf(step: YamlValue | undefined): TroubleChoice | null {
  const written = member(step, 'answers');
  const [does, answers] = [asText(member(step, 'does')), asNumber(written) ?? asText(written)];
  const found = does ?? (answers === undefined ? undefined : `answers ${answers}`);
  const known = TROUBLES.find(({ value }) => value === found)?.value;
  return known ?? (found === undefined && member(step, 'latency') !== undefined ? 'slow' : null);
}

/** A step that does something else; from when to when stays, and so does how many of the answers it is. */
export function withTrouble(step: YamlValue | undefined, choice: TroubleChoice): YamlMap {
  const { from, to, errors } = asMap(step) ?? {};
  const status = /^answers (\d+)$/.exec(choice)?.[1];
  return {
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
    ...(status === undefined
      ? choice === 'slow'
        ? { latency: '2s' }
        : { does: choice }
      : { answers: Number(status), ...(errors !== undefined && { errors }) }),
  };
}

/** Whom a behaviour is about, as the value of a choice. */
export function choiceOf(where: YamlValue | undefined): string {
  const [endpoint, locality] = [asText(member(where, 'endpoint')), asText(member(where, 'locality'))];
  const keys = Object.keys(asMap(where) ?? {});
  if (keys.length === 0) return 'all';
  if (keys.length > 1) return 'own';
  return endpoint === undefined
    ? locality === undefined
      ? 'own'
      : `locality ${locality}`
    : `endpoint ${endpoint}`;
}

/** The other way round; undefined: everybody. */
export function whereOf(choice: string): YamlMap | undefined {
  const [kind = '', ...rest] = choice.split(' ');
  return kind === 'endpoint' || kind === 'locality' ? { [kind]: rest.join(' ') } : undefined;
}
