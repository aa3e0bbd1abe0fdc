import { asList, member } from '../../../istio/index.ts';
import type { Path, YamlValue } from '../../../yaml/index.ts';
import { textAt } from './useScenario.ts';
import { choiceOf, troubleOf, TROUBLES } from './trouble.ts';

/** A step of a script as it is written, which may be unfinished. */
export interface WrittenEvent {
  readonly path: Path;
  /** `eu-1 answers 503 · 20s → 60s`. */
  readonly text: string;
}

/** All steps of scripts, in the order in which they are written. */
export function eventsIn(scenario: YamlValue | undefined): readonly WrittenEvent[] {
  return (['endpoints', 'behaviours'] as const).flatMap((list) =>
    asList(member(scenario, list)).flatMap((item, index) =>
      asList(member(item, 'script')).map((step, at) => ({
        path: [list, index, 'script', at],
        text: `${list === 'endpoints' ? textAt(item, ['name']) || 'endpoint' : whoIn(item)} ${saidOf(step)}`,
      })),
    ),
  );
}

function whoIn(item: YamlValue): string {
  const where = member(item, 'where');
  const choice = choiceOf(where);
  if (choice === 'all') return 'every endpoint';
  if (choice !== 'own') return choice.slice(choice.indexOf(' ') + 1);
  return (
    Object.values(where ?? {})
      .filter((value) => typeof value === 'string')
      .join(' ') || 'some'
  );
}

function saidOf(step: YamlValue): string {
  const trouble = troubleOf(step);
  const title = TROUBLES.find(({ value }) => value === trouble)?.title ?? 'behaves otherwise';
  const errors = textAt(step, ['errors']);
  const share = trouble?.startsWith('answers') && errors && errors !== '100%' ? ` to ${errors}` : '';
  return `${title}${share} · ${textAt(step, ['from']) || '0s'} → ${textAt(step, ['to']) || 'the end'}`;
}
