import { useMemo } from 'react';
import { parseDocument, type Path, type YamlValue } from '../../../yaml/index.ts';
import { asText, valueAt } from '../../../istio/index.ts';
import { useStore } from '../../useStore.ts';
import { labStore } from './labStore.ts';

/** What could be read last, and of which scenario. */
let last: { readonly choice: number; readonly value: YamlValue } | undefined;

function readable(text: string, choice: number): YamlValue | undefined {
  const { value } = parseDocument(text);
  if (value !== undefined) last = { choice, value };
  return last?.choice === choice ? last.value : undefined;
}

/** The scenario that is shown, as data; while its YAML cannot be read, as it was before. Undefined where it never could. */
export function useScenario(): YamlValue | undefined {
  const text = useStore(labStore, (state) => state.scenarioText);
  const choice = useStore(labStore, (state) => state.choice);
  return useMemo(() => readable(text, choice), [text, choice]);
}

/** What stands at a place of it, as a field shows it. */
export const textAt = (scenario: YamlValue | undefined, path: Path): string => {
  const value = valueAt(scenario, path);
  return asText(value) ?? (typeof value === 'number' ? String(value) : '');
};
